import { expect, test } from 'vitest';
import { wrapped } from '../../src/cli/wrapped.ts';

test('fills paragraphs and list items anew, and leaves code and links alone', () => {
  const markdown = [
    'A paragraph whose lines are broken',
    'where the source happened to break them.',
    '',
    '- a list item that is long enough to be wrapped',
    '  and goes on in its second line',
    '- https://docs.aws.amazon.com/a-link-that-is-longer-than-the-line',
    '',
    '```',
    'aws sagemaker update-notebook-instance --root-access Disabled',
    '```',
  ].join('\n');
  expect(wrapped(markdown, 36)).toBe(
    [
      'A paragraph whose lines are broken',
      'where the source happened to break',
      'them.',
      '',
      '- a list item that is long enough to',
      '  be wrapped and goes on in its',
      '  second line',
      '- https://docs.aws.amazon.com/a-link-that-is-longer-than-the-line',
      '',
      '    aws sagemaker update-notebook-instance --root-access Disabled',
    ].join('\n'),
  );
});
