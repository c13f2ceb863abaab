import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountWith, endpoint, endpointConfig, model, notebook, trainingJob } from '../support/aws/build-account.ts';
import type { Fault } from '../support/aws/faults.ts';
import { startLoopback, type Loopback } from '../support/aws/loopback.ts';
import { failureOf, pagesOf, speakTo, type Speak } from './speak.ts';

const account = accountWith({
  NotebookInstances: [notebook('a'), notebook('b')],
  TrainingJobs: [trainingJob('a')],
  Models: Array.from({ length: 12 }, (_, index) => model(`m-${index}`)),
  EndpointConfigs: [endpointConfig('a')],
  Endpoints: [endpoint('a')],
});

let loopback: Loopback;
let speak: Speak;
beforeAll(async () => {
  loopback = await startLoopback(account);
  speak = speakTo(loopback);
});
beforeEach(() => loopback.reset());
afterAll(() => loopback.close());

const [json, ec2, sts] = ['sagemaker:ListModels', 'ec2:DescribeVpcs', 'sts:GetCallerIdentity'];

describe('a fault is what the SDK would make of it', () => {
  it.each<[Fault['kind'], string, object]>([
    ['access-denied', json, { name: 'AccessDeniedException', $fault: 'client', $metadata: { httpStatusCode: 400 } }],
    ['access-denied', ec2, { name: 'UnauthorizedOperation', $fault: 'client', $metadata: { httpStatusCode: 403 } }],
    ['access-denied', sts, { name: 'AccessDenied', $fault: 'client', $metadata: { httpStatusCode: 403 } }],
    ['throttle', json, { name: 'ThrottlingException', $metadata: { httpStatusCode: 400 } }],
    ['throttle', ec2, { name: 'RequestLimitExceeded', $metadata: { httpStatusCode: 503 } }],
    ['throttle', sts, { name: 'Throttling', $metadata: { httpStatusCode: 400 } }],
    ['server-error', json, { name: 'InternalFailure', $fault: 'server', $metadata: { httpStatusCode: 500 } }],
    ['server-error', ec2, { name: 'InternalError', $fault: 'server', $metadata: { httpStatusCode: 500 } }],
    ['expired-token', json, { name: 'ExpiredTokenException', $metadata: { httpStatusCode: 400 } }],
    ['expired-token', ec2, { name: 'RequestExpired', $metadata: { httpStatusCode: 400 } }],
    ['expired-token', sts, { name: 'ExpiredToken', $metadata: { httpStatusCode: 403 } }],
    ['region-disabled', json, { name: 'UnrecognizedClientException', $metadata: { httpStatusCode: 400 } }],
    ['region-disabled', ec2, { name: 'AuthFailure', $metadata: { httpStatusCode: 401 } }],
    ['region-disabled', sts, { name: 'InvalidClientTokenId', $metadata: { httpStatusCode: 403 } }],
    ['hang', json, { name: 'TimeoutError' }],
    ['reset', json, { code: 'ECONNRESET' }],
    ['reset', ec2, { code: 'ECONNRESET' }],
    ['cut-off', json, { code: 'ECONNRESET' }],
    ['cut-off', ec2, { code: 'ECONNRESET' }],
    ['truncated', json, { name: 'SyntaxError' }],
    ['html', json, { name: 'SyntaxError' }],
  ])('%s of %s', async (kind, operation, error) => {
    loopback.setFault({ kind, operation } as Fault);
    expect(await failureOf(speak(operation))).toMatchObject(error);
  });

  it('truncated XML', async () => {
    loopback.setFault({ kind: 'truncated', operation: ec2 });
    expect((await failureOf(speak(ec2))).message).toMatch(/XML/);
  });

  it('HTML where XML should be', async () => {
    loopback.setFault({ kind: 'html', operation: ec2 });
    // To an XML parser a web page is a document like any other: the SDK sees an answer without the list in it.
    expect(await speak(ec2)).toEqual({});
  });

  it('HTML of a proxy that refuses', async () => {
    loopback.setFault({ kind: 'html', status: 502 });
    expect(await failureOf(speak(json))).toMatchObject({ $metadata: { httpStatusCode: 502 } });
    expect(await failureOf(speak(ec2))).toMatchObject({ $metadata: { httpStatusCode: 502 } });
  });

  it('names the caller and the permission that is missing', async () => {
    loopback.setFault({ kind: 'access-denied' });
    const message = /arn:aws:sts::111122223333:assumed-role\/security-audit\/mlsec is not authorized to perform: /;
    for (const operation of [json, ec2, sts]) {
      const failure = await failureOf(speak(operation));
      expect(failure.message).toMatch(message);
      expect(failure.message).toContain(operation);
    }
  });

  it.each([
    ['DescribeNotebookInstance', { NotebookInstanceName: 'a' }, 'RecordNotFound'],
    ['DescribeTrainingJob', { TrainingJobName: 'a' }, 'Requested resource not found.'],
    ['DescribeModel', { ModelName: 'm-1' }, 'Could not find model "arn:aws:sagemaker:eu-west-1:111122223333:model/m-1".'],
    [
      'DescribeEndpointConfig',
      { EndpointConfigName: 'a' },
      'Could not find endpoint configuration "arn:aws:sagemaker:eu-west-1:111122223333:endpoint-config/a".',
    ],
    ['DescribeEndpoint', { EndpointName: 'a' }, 'Could not find endpoint "arn:aws:sagemaker:eu-west-1:111122223333:endpoint/a".'],
  ])('%s of a resource that is gone', async (operation, input, message) => {
    const never = Object.fromEntries(Object.keys(input).map((member) => [member, 'never-was']));
    loopback.setFault({ kind: 'gone', operation: `sagemaker:${operation}` });
    expect(await failureOf(speak(`sagemaker:${operation}`, input))).toMatchObject({ name: 'ValidationException', message });
    loopback.reset();
    const failure = await failureOf(speak(`sagemaker:${operation}`, never));
    expect(failure).toMatchObject({
      name: 'ValidationException',
      message: message.replace(/\/[-\w]+"/, '/never-was"'),
      $metadata: { httpStatusCode: 400 },
    });
  });

  it('any other refusal', async () => {
    loopback.setFault({ kind: 'error', code: 'OptInRequired', message: 'You are not subscribed to this service', status: 403 });
    const expected = { name: 'OptInRequired', message: 'You are not subscribed to this service', $metadata: { httpStatusCode: 403 } };
    expect(await failureOf(speak(json))).toMatchObject(expected);
    expect(await failureOf(speak(ec2))).toMatchObject(expected);
  });

  it('a list that gives the same token for ever', async () => {
    loopback.setFault({ kind: 'repeat-token', operation: json, times: 5 });
    const pages = await pagesOf(speak, json, { MaxResults: 5 });
    expect(new Set(pages.slice(0, 5).map((page) => page['NextToken'])).size).toBe(1);
    // Five times the same, then on as if nothing had been.
    expect(pages).toHaveLength(7);
  });

  it('a list of one page that gives the same token for ever', async () => {
    loopback.setFault({ kind: 'repeat-token', operation: ec2, times: 3 });
    expect(await pagesOf(speak, ec2, { MaxResults: 5 })).toHaveLength(4);
  });

  it('a delay, which is no failure', async () => {
    loopback.setFault({ kind: 'delay', ms: 60 });
    const start = performance.now();
    await speak(ec2);
    expect(performance.now() - start).toBeGreaterThan(50);
  });
});

describe('a fault strikes', () => {
  const describeNotebook = (name: string): Promise<unknown> => speak('sagemaker:DescribeNotebookInstance', { NotebookInstanceName: name });

  /** How each of some calls ended, made one after the other. */
  async function endsOf(...requests: readonly (() => Promise<unknown>)[]): Promise<readonly string[]> {
    const ends: string[] = [];
    for (const request of requests) {
      ends.push(
        await request().then(
          () => 'answered',
          (error: Error) => error.name,
        ),
      );
    }
    return ends;
  }

  it('one operation only', async () => {
    loopback.setFault({ kind: 'access-denied', operation: json });
    const ends = await endsOf(
      () => speak(json),
      () => speak('sagemaker:ListEndpoints'),
      () => speak(ec2),
    );
    expect(ends).toEqual(['AccessDeniedException', 'answered', 'answered']);
  });

  it('a whole service', async () => {
    loopback.setFault({ kind: 'access-denied', operation: 'sagemaker:*' });
    const ends = await endsOf(
      () => speak(json),
      () => speak('sagemaker:ListEndpoints'),
      () => speak(ec2),
    );
    expect(ends).toEqual(['AccessDeniedException', 'AccessDeniedException', 'answered']);
  });

  it('one Region only', async () => {
    loopback.setFault({ kind: 'region-disabled', region: 'af-south-1' });
    const ends = await endsOf(
      () => speak(json),
      () => speakTo(loopback, { region: 'af-south-1' })(json),
    );
    expect(ends).toEqual(['answered', 'UnrecognizedClientException']);
  });

  it('one account only', async () => {
    loopback.setFault({ kind: 'throttle', account: '444455556666' });
    expect(await endsOf(() => speak(json))).toEqual(['answered']);
  });

  it('one resource only, which is listed all the same', async () => {
    loopback.setFault({ kind: 'gone', resource: 'b' });
    const ends = await endsOf(
      () => describeNotebook('a'),
      () => describeNotebook('b'),
    );
    expect(ends).toEqual(['answered', 'ValidationException']);
    expect((await speak('sagemaker:ListNotebookInstances'))['NotebookInstances']).toHaveLength(2);
  });

  it('after some calls, and for some calls', async () => {
    loopback.setFault({ kind: 'throttle', operation: 'sagemaker:DescribeNotebookInstance', after: 1, times: 2 });
    const ends = await endsOf(...['a', 'b', 'a', 'b'].map((name) => () => describeNotebook(name)));
    expect(ends).toEqual(['answered', 'ThrottlingException', 'ThrottlingException', 'answered']);
  });

  it('until it is taken back', async () => {
    const takeBack = loopback.setFault({ kind: 'server-error' });
    const before = await endsOf(() => speak(json));
    takeBack();
    expect([...before, ...(await endsOf(() => speak(json)))]).toEqual(['InternalFailure', 'answered']);
  });
});

describe('calls are recorded', () => {
  it('with what was asked and how it ended', async () => {
    loopback.setFault({ kind: 'access-denied', operation: ec2 });
    loopback.setFault({ kind: 'reset', operation: json });
    await speak('sagemaker:ListEndpoints', { CreationTimeAfter: new Date('2026-11-01T00:00:00Z'), MaxResults: 3 });
    await failureOf(speak(ec2, { Filters: [{ Name: 'vpc-id', Values: ['vpc-1', 'vpc-2'] }], VpcIds: ['vpc-3'] }));
    await failureOf(speak(json));
    const where = { region: 'eu-west-1', account: '111122223333' };
    expect(loopback.calls).toMatchObject([
      {
        ...where,
        service: 'sagemaker',
        operation: 'ListEndpoints',
        input: { CreationTimeAfter: new Date('2026-11-01T00:00:00Z'), MaxResults: 3 },
        status: 200,
      },
      {
        ...where,
        service: 'ec2',
        operation: 'DescribeVpcs',
        input: { Filters: [{ Name: 'vpc-id', Values: ['vpc-1', 'vpc-2'] }], VpcIds: ['vpc-3'] },
        status: 403,
        error: 'UnauthorizedOperation',
      },
      { ...where, service: 'sagemaker', operation: 'ListModels', status: 0 },
    ]);
  });
});

describe('an operation that is not served', () => {
  it.each([
    ['sagemaker:ListHubs', 'UnknownOperationException', 400],
    ['ec2:DescribeVolumes', 'InvalidAction', 400],
    ['sts:GetSessionToken', 'InvalidAction', 400],
  ])('%s', async (operation, name, httpStatusCode) => {
    expect(await failureOf(speak(operation))).toMatchObject({ name, $metadata: { httpStatusCode } });
  });
});

describe('closing', () => {
  it('drops connections that still wait for an answer', async () => {
    const hanging = await startLoopback(account, { faults: [{ kind: 'hang' }] });
    const failure = failureOf(speakTo(hanging)(json));
    while (hanging.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await hanging.close();
    expect(await failure).toMatchObject({ code: 'ECONNRESET' });
  });
});
