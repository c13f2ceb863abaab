import { describe, expect, it } from 'vitest';
import { proxyEgress } from '../../src/network/proxy-egress.ts';
import { inventory, type Given } from '../support/inventory.ts';
import { networkFrom, originIn } from '../support/network.ts';
import { natGateway } from '../support/rows-network.ts';
import { securityGroup, vpcEndpoint } from '../support/rows.ts';

/** A NAT gateway of another VPC, with a proxy whose endpoint is in subnet-1 under sg-1. */
function proxied(given: Given = {}, state: 'attached' | 'detached' = 'attached', endpointId = 'vpce-proxy'): Given {
  const appliance = { Type: 'network-firewall-proxy', VpcEndpointId: endpointId, AttachmentState: state } as const;
  return {
    natGateways: [natGateway({ VpcId: 'vpc-egress', SubnetId: 'subnet-egress', AttachedAppliances: [appliance] })],
    vpcEndpoints: [vpcEndpoint('proxy', { VpcEndpointId: 'vpce-proxy', ServiceName: 'com.amazonaws.vpce.eu-west-1.vpce-svc-1' })],
    ...given,
  };
}

function answer(given: Given): readonly string[] {
  const network = networkFrom(inventory(given));
  return proxyEgress(network, originIn(network, 'subnet-1'), 4).map((piece) =>
    [
      piece.verdict,
      ...(piece.verdict === 'undecided' ? [piece.sink?.kind, ...piece.doubts.map(({ code, object }) => `${code} ${object}`)] : []),
    ].join(' '),
  );
}

describe('ways out by an explicit proxy', () => {
  it.each<[string, Given, readonly string[]]>([
    ['E44: no default route, and the endpoint of a proxy within reach', proxied(), ['undecided internet FIREWALL_RULES vpce-proxy']],
    ['the group of the workload lets nothing out to it', proxied({ securityGroups: [securityGroup({ IpPermissionsEgress: [] })] }), []],
    ['the group of the endpoint lets nothing in', proxied({ securityGroups: [securityGroup({ IpPermissions: [] })] }), []],
    ['the proxy is detached', proxied({}, 'detached'), []],
    ['a NAT gateway without proxy', proxied({ natGateways: [natGateway()] }), []],
    ['an endpoint of something else', proxied({}, 'attached', 'vpce-elsewhere'), []],
    [
      'another endpoint of the same service',
      proxied(
        {
          vpcEndpoints: ['vpce-proxy', 'vpce-far'].map((id) =>
            vpcEndpoint('proxy', {
              VpcEndpointId: id,
              ServiceName: 'com.amazonaws.vpce.eu-west-1.vpce-svc-1',
              ...(id === 'vpce-far' ? { SubnetIds: ['subnet-far'] } : {}),
            }),
          ),
        },
        'attached',
        'vpce-far',
      ),
      ['undecided internet FIREWALL_RULES vpce-proxy'],
    ],
  ])('%s', (_, given, expected) => {
    expect(answer(given)).toEqual(expected);
  });
});
