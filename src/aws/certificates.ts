import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { exitCode } from '../core/exit-code.ts';
import { MlsecError } from '../core/mlsec-error.ts';

/**
 * The certificates in a file, for TLS to trust in place of the system's, as AWS_CA_BUNDLE asks.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-gen-config.html
 *
 * @param path a file of certificates in PEM
 * @throws MlsecError usage, where it cannot be read or holds none
 */
export async function certificatesIn(path: string): Promise<string> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw unusable(`AWS_CA_BUNDLE names ${path}, which cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'})`, error);
  }
  const certificates = text.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  if (certificates.length === 0) throw unusable(`AWS_CA_BUNDLE names ${path}, which holds no certificate in PEM`);
  for (const [index, certificate] of certificates.entries()) {
    try {
      // Made only to see whether it can be.
      void new X509Certificate(certificate);
    } catch (error) {
      throw unusable(`AWS_CA_BUNDLE names ${path}, whose certificate ${index + 1} is broken`, error);
    }
  }
  return certificates.join('\n');
}

function unusable(message: string, cause?: unknown): MlsecError {
  return new MlsecError(exitCode.usage, message, 'set it to a file of certificates in PEM, or unset it', { cause });
}
