import { describe, expect, it } from 'vitest';
import { estateOf } from '../../src/inventory/estate.ts';
import { account, region, subnet } from '../support/rows.ts';
import { inventory } from '../support/inventory.ts';

const place = { account, region };

describe('the estate of an inventory', () => {
  it('holds the facts of that inventory and of no other', () => {
    const [one, other] = [estateOf(inventory({ subnets: [subnet({ SubnetId: 'subnet-a' })] })), estateOf(inventory({ subnets: [] }))];
    expect(one.fact(place, 'subnets')).toMatchObject({ known: true, value: [{ SubnetId: 'subnet-a' }] });
    expect(other.fact(place, 'subnets')).toEqual({ known: true, value: [] });
  });

  it('tells Regions and accounts apart', () => {
    const estate = estateOf(inventory());
    expect(estate.fact(place, 'subnets').known).toBe(true);
    expect(estate.fact({ account, region: 'us-east-2' }, 'subnets')).toMatchObject({ known: false, gap: { region: 'us-east-2' } });
    expect(estate.fact({ account: '999988887777', region }, 'subnets')).toMatchObject({ known: false, gap: { account: '999988887777' } });
  });

  it('has one fact for a section that nobody collected, by which things can be remembered', () => {
    const estate = estateOf(inventory());
    const elsewhere = { account, region: 'us-east-2' };
    expect(estate.fact(elsewhere, 'subnets')).toBe(estate.fact(elsewhere, 'subnets'));
  });
});
