import { XmlShapeSerializer } from '@aws-sdk/core/protocols';
import type { AwsError } from './aws-error.ts';
import type { OperationShapes } from './services.ts';

const rfc3339 = 5;

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** What lies inside the element that the SDK's serializer makes of an output, whose own name is not the one on the wire. */
export function xmlContent({ output: schema }: OperationShapes, output: unknown): string {
  const serializer = new XmlShapeSerializer({
    timestampFormat: { useTrait: true, default: rfc3339 },
    httpBindings: false,
    xmlNamespace: '',
    serviceNamespace: '',
  });
  serializer.write(schema, output);
  const xml = String(serializer.flush());
  return xml.slice(xml.indexOf('>') + 1, xml.lastIndexOf('</'));
}

/** What every protocol says of an error, in XML. */
export function errorDetail({ code, message }: AwsError): string {
  return `<Code>${escape(code)}</Code><Message>${escape(message)}</Message>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
