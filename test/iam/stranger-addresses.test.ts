import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../src/iam/policy-document.ts';
import { strangerAddresses } from '../../src/iam/stranger-addresses.ts';

const naming = (...ranges: readonly string[]) =>
  strangerAddresses({
    identity: [
      {
        name: 'p',
        document: readPolicy(
          JSON.stringify({
            Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition: { IpAddress: { 'aws:SourceIp': ranges } } },
          }),
        ),
      },
    ],
  });

describe('addresses of strangers', () => {
  it('are those of documentation, where no policy names any', () => {
    expect(naming()).toEqual(['198.51.100.7', '203.0.113.7', '192.0.2.7', '2001:db8::7']);
  });

  it('are in no network that a policy singles out, nor is the one beside it theirs alone', () => {
    expect(naming('198.51.100.0/24', '192.0.2.7')).toEqual(['203.0.113.7', '2001:db8::7', '198.51.101.0', '192.0.2.8']);
  });

  it('are on both sides of the world, where policies divide it', () => {
    expect(naming('0.0.0.0/1')).toContain('63.255.255.255');
    expect(naming('::/0')).toContain('7fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff');
  });

  // Apple's 17.0.0.0/8 is one company's; twice that is nobody's.
  it('are not in a /8, which a company may have for itself, but in what is wider', () => {
    expect(naming('17.0.0.0/8')).toEqual(['198.51.100.7', '203.0.113.7', '192.0.2.7', '2001:db8::7', '18.0.0.0']);
    expect(naming('16.0.0.0/7')).toContain('16.255.255.255');
    expect(naming('2001:4000::/20')).not.toContain('2001:4800::');
  });

  it('are not beyond the last address there is', () => {
    expect(naming('255.255.255.0/24')).toEqual(naming());
  });

  it('do not care for what is no range', () => {
    expect(naming('office', '10.0.0.0/33')).toEqual(naming());
  });

  it('are few, whatever policies name', () => {
    expect(naming(...Array.from({ length: 200 }, (_, index) => `100.64.${index}.0/25`)).length).toBeLessThanOrEqual(12);
  });
});
