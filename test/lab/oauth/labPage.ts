/** A page of the lab's provider, for browsers. `content` is HTML. */
export const labPage = (heading: string, content: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${heading} · Lab</title>
<h1>${heading}</h1>
${content}
</html>
`;
