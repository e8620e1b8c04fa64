/*
 * The text of an element in the small XML answers of S3 and STS: enough for <Code>, <Message>,
 * <UploadId> and the like, and nothing that could be attacked. No document type is read, no entity
 * is expanded but the five of XML and numbers, nothing nests in memory.
 */
#ifndef AWS_XML_TEXT_H
#define AWS_XML_TEXT_H

#include "base/buf.h"
#include "base/def.h"

/*
 * The text directly inside the first element of that local name (without a prefix), at any depth,
 * with the blanks around it removed. False, and out as it was, when there is no such element or the
 * text is not sound. out keeps its cap: longer text is false.
 */
MUST_CHECK bool xml_text(struct span document, const char *element, struct buf *out);

/* Appends <name>text</name>, with what XML needs escaped in text. */
void xml_add(struct buf *out, const char *name, const char *text);

/* True when the document's outermost element has that local name. */
bool xml_root_is(struct span document, const char *element);

#endif
