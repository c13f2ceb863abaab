import { expect, it } from 'vitest';
import { bareUrl } from '../../src/inventory/bare-url.ts';

it.each([
  ['https://github.com/a/b.git', 'https://github.com/a/b.git'],
  ['https://ada:s3cret@GitHub.com/a/b.git?token=t#x', 'https://github.com/a/b.git'],
  ['https://s3cret@github.com', 'https://github.com'],
  ['https://git.example:8443/a', 'https://git.example:8443/a'],
  ['git@github.com:a/b.git', 'ssh://github.com/a/b.git'],
  ['ssh://git@github.com/a/b.git', 'ssh://github.com/a/b.git'],
  ['https://a@b@c/d', undefined],
  ['not a url', undefined],
  ['', undefined],
])('%s is kept as %s', (text, kept) => expect(bareUrl(text)).toBe(kept));
