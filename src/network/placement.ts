/** Where the network interfaces of something may be: any of these subnets, under all of these security groups. */
export interface Placement {
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
}
