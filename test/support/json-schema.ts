/** What our schemas use of JSON Schema 2020-12. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Where a value does not fit a schema: `events[0].score: above 10`. Keywords other than those of {@link Schema} are not looked at. */
export function schemaObjections(value: unknown, schema: Schema, root: Schema = schema, path = ''): readonly string[] {
  if (schema.$ref !== undefined) return schemaObjections(value, definition(schema.$ref, root), root, path);
  if (schema.anyOf && !schema.anyOf.some((each) => schemaObjections(value, each, root, path).length === 0))
    return [`${path}: fits none of ${schema.anyOf.length} alternatives`];
  if ('const' in schema && value !== schema.const) return [`${path}: ${JSON.stringify(value)} is not ${String(schema.const)}`];
  if (schema.enum && !schema.enum.includes(value)) return [`${path}: ${JSON.stringify(value)} is not in the list`];
  if (schema.type !== undefined && ![schema.type].flat().some((type) => isOfType(value, type)))
    return [`${path}: ${JSON.stringify(value)} is not ${[schema.type].flat().join(' or ')}`];
  if (Array.isArray(value))
    return value.flatMap((item, index) => schemaObjections(item, schema.items ?? {}, root, `${path}[${index}]`));
  if (isObject(value)) return objectObjections(value, schema, root, path);
  return scalarObjections(value, schema).map((objection) => `${path}: ${objection}`);
}

function definition(ref: string, root: Schema): Schema {
  const found = root.$defs?.[ref.replace('#/$defs/', '')];
  if (!found) throw new RangeError(`no definition "${ref}"`);
  return found;
}

function objectObjections(
  value: Readonly<Record<string, unknown>>,
  schema: Schema,
  root: Schema,
  path: string,
): readonly string[] {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  const missing = required.filter((name) => !Object.hasOwn(value, name)).map((name) => `${path}: no ${name}`);
  const inside = Object.entries(value).flatMap(([name, item]) => {
    const own = properties[name] ?? additionalProperties;
    if (own === false) return [`${path}: ${name} is not known`];
    return own === true ? [] : schemaObjections(item, own, root, `${path}.${name}`);
  });
  return [...missing, ...inside];
}

function scalarObjections(value: unknown, { pattern, minLength, minimum, maximum }: Schema): readonly string[] {
  if (typeof value === 'string') {
    if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) return [`"${value}" does not match ${pattern}`];
    return minLength !== undefined && value.length < minLength ? ['too short'] : [];
  }
  if (typeof value !== 'number') return [];
  if (minimum !== undefined && value < minimum) return [`below ${minimum}`];
  return maximum !== undefined && value > maximum ? [`above ${maximum}`] : [];
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
