import { describe, expect, it } from 'vitest';
import { SharedReads } from '../../src/aws/shared-reads.ts';

describe('what several sessions would ask alike', () => {
  it('is asked once, also while the answer is on its way', async () => {
    const shared = new SharedReads();
    let asked = 0;
    const ask = async () => {
      asked += 1;
      await Promise.resolve();
      return asked;
    };
    expect(await Promise.all([shared.read('a', ask), shared.read('a', ask)])).toEqual([1, 1]);
    expect(await shared.read('a', ask)).toBe(1);
    expect(await shared.read('b', ask)).toBe(2);
  });

  it('refused to one is asked again by another, who waited for the answer or came later', async () => {
    const shared = new SharedReads();
    const refused = () => Promise.reject(new Error('refused'));
    const first = shared.read('a', refused);
    const second = shared.read('a', () => Promise.resolve('told'));
    await expect(first).rejects.toThrow('refused');
    expect(await second).toBe('told');
    expect(await shared.read('a', refused)).toBe('told');
  });

  it('that nobody is told stays everybody’s own refusal', async () => {
    const shared = new SharedReads();
    const refused = (what: string) => () => Promise.reject(new Error(what));
    const both = [shared.read('a', refused('one')), shared.read('a', refused('other'))];
    await expect(both[0]).rejects.toThrow('one');
    await expect(both[1]).rejects.toThrow('other');
  });
});
