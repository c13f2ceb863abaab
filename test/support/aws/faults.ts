/** Which calls go wrong, and from when until when. What is left out matches everything. */
export interface FaultTarget {
  /** `sagemaker:DescribeModel`, or with a wildcard: `sagemaker:*`, `*`. */
  readonly operation?: string;
  readonly region?: string;
  readonly account?: string;
  /** The name or id of the one resource that is asked for; lists ask for none. */
  readonly resource?: string;
  /** How many matching calls are answered well first. */
  readonly after?: number;
  /** How many calls go wrong; all from then on, if it is left out. */
  readonly times?: number;
}

/** In what way they go wrong. */
export type FaultKind =
  /** Refused for want of a permission. */
  | { readonly kind: 'access-denied' }
  /** With headers, such as one that says when to come back. */
  | { readonly kind: 'throttle' | 'server-error'; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'expired-token' }
  /** The Region is not opted in: its credentials are unknown there. */
  | { readonly kind: 'region-disabled' }
  /** The resource was deleted between List and Describe. */
  | { readonly kind: 'gone' }
  /** Any other refusal. */
  | { readonly kind: 'error'; readonly code: string; readonly message: string; readonly status?: number }
  /** Answers well, but late. Other faults may follow. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Never answers. */
  | { readonly kind: 'hang' }
  /** The connection is reset before the answer. */
  | { readonly kind: 'reset' }
  /** The connection is reset in the middle of the answer. */
  | { readonly kind: 'cut-off' }
  /** A complete HTTP answer whose document ends in the middle. */
  | { readonly kind: 'truncated' }
  /** What a proxy or a captive portal would say. */
  | { readonly kind: 'html'; readonly status?: number; readonly headers?: Readonly<Record<string, string>> }
  /** A list that gives the same token for ever. */
  | { readonly kind: 'repeat-token' }
  /** A list that is cut off and gives no token for the rest. */
  | { readonly kind: 'lost-token' };

export type Fault = FaultKind & FaultTarget;

/** What a fault is matched against. */
export interface FaultyCall {
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  readonly account: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** The faults of one loopback AWS, and how often each has been met. */
export class Faults {
  readonly #faults: { readonly fault: Fault; met: number }[] = [];

  /** @returns what takes the fault back */
  add(fault: Fault): () => void {
    const entry = { fault, met: 0 };
    this.#faults.push(entry);
    return () => {
      const index = this.#faults.indexOf(entry);
      if (index >= 0) this.#faults.splice(index, 1);
    };
  }

  clear(): void {
    this.#faults.length = 0;
  }

  /** Every fault that strikes this call, oldest first. Asking counts as a call. */
  strike(call: FaultyCall): readonly Fault[] {
    return this.#faults
      .filter((entry) => {
        if (!concerns(entry.fault, call)) return false;
        entry.met += 1;
        const { after = 0, times = Number.POSITIVE_INFINITY } = entry.fault;
        return entry.met > after && entry.met <= after + times;
      })
      .map(({ fault }) => fault);
  }
}

function concerns(fault: Fault, call: FaultyCall): boolean {
  const { operation = '*', region = call.region, account = call.account, resource } = fault;
  return (
    matchesOperation(operation, `${call.service}:${call.operation}`) &&
    region === call.region &&
    account === call.account &&
    (resource === undefined || namesResource(call.input, resource))
  );
}

function matchesOperation(pattern: string, operation: string): boolean {
  return pattern.endsWith('*') ? operation.startsWith(pattern.slice(0, -1)) : pattern === operation;
}

function namesResource(input: FaultyCall['input'], resource: string): boolean {
  return Object.values(input).some((value) => value === resource || (Array.isArray(value) && value.includes(resource)));
}
