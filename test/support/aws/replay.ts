import { ServiceException } from '@smithy/core/client';
import type { InitializeHandler, MetadataBearer, MiddlewareStack } from '@smithy/types';
import { recordedAnswer, type RecordedAnswer, type Recording } from './recording.ts';
import { revive } from './revive.ts';
import { operationShapes, services, type ServiceName } from './services.ts';

/** A command that a client sent. */
export interface SentCommand {
  readonly service: ServiceName;
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** A plugin for `client.middlewareStack.use()`. */
export interface Replay {
  readonly sent: readonly SentCommand[];
  readonly applyToStack: <Input extends object, Output extends object>(stack: MiddlewareStack<Input, Output>) => void;
}

/** A command that no recording answers. It is never to be taken for a refusal by AWS. */
export class UnrecordedCommand extends Error {
  constructor({ service, operation, input }: SentCommand) {
    super(`no recording answers ${service}:${operation} ${JSON.stringify(input)}`);
    this.name = 'UnrecordedCommand';
  }
}

/**
 * Answers a client's commands from a recording, before anything is serialised or signed.
 *
 * The code under test may well catch errors, so an unrecorded command is also thrown where nobody can catch it, and fails the test run.
 *
 * @param onUnrecorded for tests of this very thing
 */
export function replay(recording: Recording, onUnrecorded: (error: UnrecordedCommand) => void = failTheRun): Replay {
  const sent: SentCommand[] = [];
  return {
    sent,
    applyToStack: (stack) => {
      stack.add(
        <Input extends object, Output extends object>(
          _next: InitializeHandler<Input, Output>,
          context: { clientName?: string; commandName?: string },
        ) =>
          async ({ input }: { input: Input }) => {
            const command = sentCommand(context, input);
            sent.push(command);
            const shapes = operationShapes(command.service, command.operation);
            const answer = shapes === undefined ? undefined : recordedAnswer(recording, command.operation, command.input, shapes);
            if (shapes === undefined || answer === undefined) {
              const error = new UnrecordedCommand(command);
              onUnrecorded(error);
              throw error;
            }
            if (typeof answer['__error'] === 'string') throw refusal(command, answer);
            const output = { ...(revive(shapes.output, answer, command.operation, refuseProblem) as Output), $metadata: metadata(200) };
            return { output, response: {} };
          },
        { step: 'initialize', priority: 'high', name: 'replay' },
      );
    },
  };
}

function sentCommand(context: { clientName?: string; commandName?: string }, input: object): SentCommand {
  const service = (context.clientName ?? '').replace(/Client$/, '').toLowerCase();
  if (!Object.hasOwn(services, service)) throw new Error(`replay knows no service for ${String(context.clientName)}`);
  return {
    service: service as ServiceName,
    operation: (context.commandName ?? '').replace(/Command$/, ''),
    // A copy: the SDK's paginators use one object for all their requests.
    input: { ...input },
  };
}

/** What the SDK throws for an error of that name: an exception class of its own if it models it, else the service's base class. */
function refusal({ service }: SentCommand, answer: RecordedAnswer): Error {
  const { exports } = services[service];
  const name = String(answer['__error']);
  const status = typeof answer['status'] === 'number' ? answer['status'] : 400;
  const message = typeof answer['message'] === 'string' ? answer['message'] : name;
  const fault = { name, $fault: status < 500 ? 'client' : 'server', $metadata: metadata(status), message } as const;
  const modelled = exports[name];
  if (isExceptionClass(modelled)) return new modelled(fault);
  const base = Object.entries(exports).find(([exported, value]) => exported.endsWith('ServiceException') && isExceptionClass(value))?.[1];
  return isExceptionClass(base) ? new base(fault) : new ServiceException(fault);
}

type ExceptionClass = new (options: ConstructorParameters<typeof ServiceException>[0]) => ServiceException;

function isExceptionClass(value: unknown): value is ExceptionClass {
  return typeof value === 'function' && value.prototype instanceof ServiceException;
}

function metadata(httpStatusCode: number): MetadataBearer['$metadata'] {
  return { httpStatusCode, requestId: '00000000-0000-4000-8000-000000000000', attempts: 1, totalRetryDelay: 0 };
}

function refuseProblem({ path, message }: { path: string; message: string }): never {
  throw new Error(`the recording is not one that AWS could give: ${path}: ${message}`);
}

function failTheRun(error: UnrecordedCommand): void {
  setImmediate(() => {
    throw error;
  });
}
