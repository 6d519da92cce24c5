import { Ajv2020 } from "ajv/dist/2020.js";
import type { ValidateFunction } from "ajv/dist/2020.js";

/** A description of an HTTP interface (OpenAPI 3.1), as far as a script reads it. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: "path" | "query" }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema: object }>>;

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: unknown;
  readonly etag: string;
}

/**
 * A script that knows nothing of a server but its description: finds operations by their id, and holds everything that is
 * sent and answered against the schemas. Throws where something does not fit, or a status is not described.
 */
export class Script {
  readonly #server: string;
  readonly #token: string;
  readonly #operations = new Map<
    string,
    { readonly path: string; readonly method: string; readonly operation: Operation }
  >();
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true });
  readonly #validators = new Map<object, ValidateFunction>();
  readonly #components: Description["components"];

  constructor(server: string, token: string, description: Description) {
    this.#server = server;
    this.#token = token;
    this.#components = description.components;
    for (const [path, methods] of Object.entries(description.paths))
      for (const [method, operation] of Object.entries(methods))
        this.#operations.set(operation.operationId, { path, method, operation });
  }

  static async read(server: string, token: string): Promise<Script> {
    const response = await fetch(`${server}/api/openapi.json`);
    return new Script(server, token, (await response.json()) as Description);
  }

  get operations(): readonly string[] {
    return [...this.#operations.keys()];
  }

  /** `input`: the body of a command, or the parameters of a read. `check`: false sends what does not fit as well. */
  async ask(id: string, input: Readonly<Record<string, unknown>> = {}, check = true): Promise<Answer> {
    const found = this.#operations.get(id);
    if (found === undefined) throw new Error(`the description has no ${id}`);
    const { path, method, operation } = found;
    const schema = operation.requestBody?.content["application/json"]?.schema;
    if (schema !== undefined && check) this.#hold(`${id} takes`, schema, input);
    const response = await fetch(this.#server + addressOf(path, operation, input), {
      method: method.toUpperCase(),
      headers: {
        ...(this.#token === "" ? {} : { authorization: `Bearer ${this.#token}` }),
        ...(schema === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(schema === undefined ? {} : { body: JSON.stringify(input) }),
    });
    const type = (response.headers.get("content-type") ?? "").split(";")[0] ?? "";
    const body: unknown = await response.json();
    const described = operation.responses[String(response.status)];
    if (described === undefined)
      throw new Error(`${id} answered ${response.status}, which is not described: ${JSON.stringify(body)}`);
    const answered = described.content?.[type]?.schema;
    if (answered === undefined) throw new Error(`${id} answered ${type} with ${response.status}`);
    this.#hold(`${id} answers`, answered, body);
    return { status: response.status, type, body, etag: response.headers.get("etag") ?? "" };
  }

  /** The same for what must succeed; gives the answer's body. */
  async done(id: string, input: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    const { status, body } = await this.ask(id, input);
    if (status !== 200) throw new Error(`${id}: ${JSON.stringify(body)}`);
    return body;
  }

  /** A command that must succeed; gives the answer's `value`. */
  async command(id: string, input: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, string>>> {
    const { value } = (await this.done(id, input)) as { readonly value: Readonly<Record<string, string>> };
    return value;
  }

  #hold(what: string, schema: object, value: unknown): void {
    let validate = this.#validators.get(schema);
    if (validate === undefined) {
      validate = this.#ajv.compile({ ...schema, components: this.#components });
      this.#validators.set(schema, validate);
    }
    if (!validate(value))
      throw new Error(`${what} ${JSON.stringify(value).slice(0, 400)}: ${this.#ajv.errorsText(validate.errors)}`);
  }
}

function addressOf(path: string, { parameters = [] }: Operation, input: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  let address = path;
  for (const { name, in: where } of parameters) {
    const value = input[name];
    if (typeof value !== "string" && typeof value !== "number") continue;
    if (where === "path") address = address.replace(`{${name}}`, encodeURIComponent(value));
    else query.set(name, `${value}`);
  }
  return query.size === 0 ? address : `${address}?${query}`;
}
