import type { Described } from '../described.ts';

/**
 * The policy of a function, or of an alias, that has a URL without authentication. `Policy` is its document, or `null` where it has none. Such a URL is
 * public where the policy grants lambda:InvokeFunctionUrl to everybody and, for URLs made since October 2025, lambda:InvokeFunction too.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
export type FunctionPolicy = Described<{ readonly FunctionArn: string }, { readonly Policy: string | null }>;
