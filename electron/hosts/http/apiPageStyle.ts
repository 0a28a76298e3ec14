/** Style of the page of the API. System colours: light, dark and forced colours follow from them. */
export const apiPageStyle = `
:root { color-scheme: light dark; }
body { margin: 0; background: Canvas; color: CanvasText; font: 1rem/1.5 "Segoe UI", system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; margin-top: 2.5rem; } h3 { font-size: 1rem; margin: 1.5rem 0 0; }
h3, code, pre { font-family: Consolas, "Cascadia Mono", ui-monospace, monospace; overflow-wrap: anywhere; }
p { margin: 0.25rem 0; }
code { white-space: nowrap; }
ul { padding-left: 1.25rem; columns: 15rem; }
dt { font-weight: 600; margin-top: 0.75rem; } dd { margin: 0; }
summary { cursor: pointer; }
pre { border: 1px solid GrayText; padding: 0.75rem; white-space: pre-wrap; font-size: 0.85rem; }
a { color: LinkText; }
:focus-visible { outline: 2px solid Highlight; outline-offset: 2px; }
`;
