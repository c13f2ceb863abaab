/** The addresses and names of small random networks: three VPCs at most, four subnets each, so that rules, routes and packets meet often. */
export const vpcNumbers = [1, 2, 3] as const;
export const subnetNumbers = [0, 1, 2, 3] as const;

export const vpcBlock = {
  4: (vpc: number): string => `10.${vpc}.0.0/24`,
  6: (vpc: number): string => `2600:1f00:0:${vpc}00::/56`,
} as const;

export const subnetBlock = {
  4: (vpc: number, subnet: number): string => `10.${vpc}.0.${subnet * 64}/26`,
  6: (vpc: number, subnet: number): string => `2600:1f00:0:${vpc}0${subnet}::/64`,
} as const;

export const hostAddress = {
  4: (vpc: number, subnet: number, host: number): string => `10.${vpc}.0.${subnet * 64 + host}`,
  6: (vpc: number, subnet: number, host: number): string => `2600:1f00:0:${vpc}0${subnet}::${host.toString(16)}`,
} as const;

export const idOf = {
  vpc: (vpc: number): string => `vpc-${vpc}`,
  subnet: (vpc: number, subnet: number): string => `subnet-${vpc}${subnet}`,
  interface: (vpc: number, subnet: number): string => `eni-${vpc}${subnet}`,
  attachment: (vpc: number): string => `tgw-attach-${vpc}`,
} as const;

/** Blocks that rules and routes name. They nest, touch and halve each other. */
export const blocks = {
  4: [
    '0.0.0.0/0',
    '0.0.0.0/1',
    '128.0.0.0/1',
    '8.8.8.0/24',
    '8.8.8.8/32',
    '10.0.0.0/8',
    '10.1.0.0/24',
    '10.2.0.0/24',
    '10.3.0.0/24',
    '10.1.0.64/26',
    '10.2.0.64/26',
    '10.1.0.10/32',
  ],
  6: [
    '::/0',
    '2000::/3',
    '64:ff9b::/96',
    '64:ff9b::808:800/120',
    '2600:1f00::/40',
    '2600:1f00:0:100::/56',
    '2600:1f00:0:200::/56',
    '2600:1f00:0:101::/64',
    '2600:1f00:0:100::a/128',
  ],
} as const;

/** Destinations near the borders of those blocks, hosts that exist, and hosts that do not. */
export const destinations = {
  4: [
    '8.8.8.8',
    '8.8.8.9',
    '8.8.9.0',
    '127.255.255.255',
    '128.0.0.0',
    '200.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.64.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '224.0.0.1',
    '10.0.0.1',
    '10.1.0.10',
    '10.1.0.74',
    '10.1.0.138',
    '10.1.0.12',
    '10.2.0.10',
    '10.2.0.74',
    '10.2.0.202',
    '10.3.0.10',
    '10.3.0.74',
    '10.9.0.1',
  ],
  6: [
    '2001:4860::8888',
    '2600:1f00:0:100::a',
    '2600:1f00:0:101::a',
    '2600:1f00:0:101::b',
    '2600:1f00:0:200::a',
    '2600:1f00:0:201::a',
    '2600:1f00:0:300::a',
    '2600:2000::1',
    '64:ff9b::808:808',
    '64:ff9b::808:900',
    '64:ff9b::a02:a',
    '64:ff9b::c801:101',
    '2001:db8::1',
    'fd00::1',
    'fd00:ec2::254',
    '1fff::1',
  ],
} as const;

/** Both ends of every range of ports that rules name, and their neighbours. */
export const ports = [0, 1, 22, 79, 80, 443, 444, 1023, 1024, 32_767, 32_768, 60_999, 65_535];

export const portRanges: readonly (readonly [number, number])[] = [
  [0, 65_535],
  [443, 443],
  [80, 443],
  [1, 1023],
  [1024, 65_535],
  [32_768, 60_999],
  [22, 22],
];

/** An item of a list that is not empty. */
export function pick<T>(items: readonly T[], at: number): T {
  return items.at(at % items.length) as T;
}
