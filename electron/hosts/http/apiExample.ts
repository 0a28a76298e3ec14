/** A part of a JSON schema, as far as an example needs it. */
type Schema = {
  type?: unknown;
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly unknown[];
  oneOf?: readonly unknown[];
  properties?: Readonly<Record<string, unknown>>;
  required?: readonly string[];
  minimum?: number;
};

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

const exampleObject = ({ properties = {}, required = [] }: Schema): object =>
  Object.fromEntries(required.map((name) => [name, exampleOf(properties[name])]));

/** A value of the shape that a schema asks for, with what must be given alone; a text is `…`. */
export const exampleOf = (schema: unknown): unknown => {
  if (!isSchema(schema)) return '…';
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice !== undefined) return exampleOf(choice);
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return exampleObject(schema);
    case 'array':
      return [];
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, 0);
    case 'null':
      return null;
    default:
      return '…';
  }
};
