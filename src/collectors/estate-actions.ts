/**
 * What the caller needs beside the reads themselves to read other accounts: to enter them, and to learn which there are.
 *
 * sts:AssumeRole is the one call of mlsec that does not read; it changes nothing.
 */
export const estateActions = {
  enter: ['sts:AssumeRole'],
  list: ['organizations:ListAccounts', 'organizations:ListAccountsForParent', 'organizations:ListOrganizationalUnitsForParent'],
} as const;
