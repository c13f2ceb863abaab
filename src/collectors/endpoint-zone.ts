/** Domains under which AWS names the services that VPC endpoints stand for; sagemaker.aws and api.aws are under `aws`. https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html */
const serviceDomains = ['amazonaws.com', 'amazonaws.com.cn', 'amazonwebservices.com.cn', 'amazonaws.eu', 'aws'];

/**
 * Could a zone of this name answer for a service of AWS? One under a domain of theirs can, and so can one above, as it hides all that is under it.
 *
 * @param name as Route 53 gives it, with a dot at its end
 */
export function mayStandForEndpoint(name: string): boolean {
  const zone = name.replace(/\.$/, '').toLowerCase();
  return zone === '' || serviceDomains.some((domain) => isWithin(zone, domain) || isWithin(domain, zone));
}

function isWithin(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}
