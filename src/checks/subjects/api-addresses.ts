import { need, type Fact } from '../../inventory/fact.ts';
import { rowsToName } from '../../inventory/rows.ts';
import type { ApiDomainName } from '../../inventory/sections/api-domain-names.ts';

/** Whether an API whose default address is off has another one. */
export type ApiAddresses =
  /** These domain names lead to these stages of it. */
  | { readonly kind: 'named'; readonly names: readonly string[]; readonly stages: ReadonlySet<string> }
  /** Only these do, which ask for a certificate; or none does. */
  | { readonly kind: 'closed'; readonly certified: readonly string[] }
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * By which names of the account's own anybody can call an API.
 *
 * Mutual TLS asks callers for a certificate of the truststore: such a name is for nobody else.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-routing-mode.html
 *
 * @throws MissingFact where names or what they lead to could not be read, and no other one leads to it
 */
export function apiAddresses(apiId: string, domainNames: Fact<readonly ApiDomainName[]>): ApiAddresses {
  const rows = [...rowsToName(domainNames)];
  const mapped = ({ detail }: ApiDomainName) =>
    detail.known ? detail.value.ApiMappings.filter(({ ApiId }) => ApiId === apiId).map(({ Stage = '' }) => Stage) : [];
  const leading = rows.filter((row) => row.summary.RoutingMode !== 'ROUTING_RULE_ONLY' && mapped(row).length > 0);
  const names = (list: readonly ApiDomainName[]): readonly string[] => list.map(({ summary: { DomainName = '' } }) => DomainName);
  const open = leading.filter((row) => !asksForCertificate(row));
  if (open.length > 0) return { kind: 'named', names: names(open), stages: new Set(open.flatMap(mapped)) };
  const others = need(domainNames).filter((row) => !asksForCertificate(row));
  for (const { detail } of others) need(detail);
  const ruled = others.find(({ summary: { RoutingMode } }) => RoutingMode !== undefined && RoutingMode !== 'API_MAPPING_ONLY');
  if (ruled !== undefined) {
    return { kind: 'unknown', reason: `the routing rules of the domain name ${names([ruled]).join('')} are not read` };
  }
  return { kind: 'closed', certified: names(leading) };
}

function asksForCertificate({ summary }: ApiDomainName): boolean {
  return summary.MutualTlsAuthentication?.TruststoreUri !== undefined;
}
