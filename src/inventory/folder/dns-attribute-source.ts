import { isRecord } from '../expectation.ts';
import { vpcDnsAttributesShape } from '../sections/vpc-dns-attributes.ts';
import { textOf } from './json-object.ts';
import { keep, type Source } from './source.ts';
import { placeTold } from './told.ts';

const attributes = ['EnableDnsSupport', 'EnableDnsHostnames'] as const;

/** The answer to describe-vpc-attribute: one attribute a call. */
export const dnsAttribute: Source = {
  keys: ['VpcId', 'EnableDnsSupport or EnableDnsHostnames'],
  read(answer) {
    const id = textOf(answer, 'VpcId');
    const valued = attributes.filter((name) => {
      const attribute = answer[name];
      return isRecord(attribute) && typeof attribute['Value'] === 'boolean';
    });
    if (id === undefined || valued.length === 0) return undefined;
    return [{ id, value: keep(answer, vpcDnsAttributesShape), summary: { VpcId: id }, place: placeTold({ VpcId: id }, ['VpcId']) }];
  },
};
