"""What TMF648 4.0.0 asks of a Quote: its names, types, required fields and enumerations, of all that we may write.

The specification's own document is not kept here. Nothing is allowed beyond its names, so that a slip of the pen in a
name fails; the parts of it that we never write (appointments, billing accounts, resources, …) are left out and so fail too.
"""

from __future__ import annotations

from collections.abc import Mapping

Shape = Mapping[str, object]

TEXT: Shape = {"type": "string"}
WHOLE: Shape = {"type": "integer"}
NUMBER: Shape = {"type": "number"}
TRUTH: Shape = {"type": "boolean"}
MOMENT: Shape = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}
ADDRESS: Shape = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:"}
KINDS = {"@baseType": TEXT, "@schemaLocation": ADDRESS, "@type": TEXT}
STATES = ["rejected", "pending", "inProgress", "cancelled", "approved", "accepted"]
STATUSES = [
    "created",
    "pendingActive",
    "cancelled",
    "active",
    "pendingTerminate",
    "terminated",
    "suspended",
    "aborted ",
]


def entry(required: str = "", /, **fields: Shape) -> Shape:
    """An object with these fields and no other."""
    return {"type": "object", "required": required.split(), "properties": fields, "additionalProperties": False}


def typed(required: str = "", /, **fields: Shape) -> Shape:
    """An object that may name its class."""
    shape = dict(entry(required, **fields))
    return shape | {"properties": {**fields, **KINDS}}


def reference(required: str = "id", /, **fields: Shape) -> Shape:
    """An object that points to another one."""
    shape = dict(typed(required, id=TEXT, href=TEXT, name=TEXT, **fields))
    properties = shape["properties"]
    assert isinstance(properties, dict)
    return shape | {"properties": {**properties, "@referredType": TEXT}}


def several(shape: Shape, least: int = 0) -> Shape:
    return {"type": "array", "items": shape, "minItems": least}


def named(name: str) -> Shape:
    return {"$ref": f"#/$defs/{name}"}


MONEY = entry(unit=TEXT, value=NUMBER)
PERIOD = entry(startDateTime=MOMENT, endDateTime=MOMENT)
QUANTITY = entry(amount=NUMBER, units=TEXT)
PRICE = typed(percentage=NUMBER, taxRate=NUMBER, dutyFreeAmount=MONEY, taxIncludedAmount=MONEY)
PRICED: dict[str, Shape] = {
    "name": TEXT,
    "description": TEXT,
    "priceType": TEXT,
    "recurringChargePeriod": TEXT,
    "unitOfMeasure": TEXT,
    "price": PRICE,
    "productOfferingPrice": reference(),
}
ALTERATION = typed("price priceType", **PRICED, applicationDuration=WHOLE, priority=WHOLE)
QUOTE_PRICE = typed(**PRICED, priceAlteration=several(ALTERATION))
PRODUCT_PRICE = typed("price priceType", **PRICED, productPriceAlteration=several(ALTERATION))
NOTE = typed("text id", id=TEXT, author=TEXT, date=MOMENT, text=TEXT)
PARTY_FIELDS = dict(reference(role=TEXT))
PARTY: Shape = PARTY_FIELDS | {"required": ["@referredType", "id"]}
AUTHORIZATION = typed(
    name=TEXT,
    state=TEXT,
    givenDate=MOMENT,
    requestedDate=MOMENT,
    signatureRepresentation=TEXT,
    approver=several(PARTY),
)
MEDIUM = typed(
    mediumType=TEXT,
    preferred=TRUTH,
    validFor=PERIOD,
    characteristic=typed(
        **dict.fromkeys(
            [
                "city",
                "contactType",
                "country",
                "emailAddress",
                "faxNumber",
                "phoneNumber",
                "postCode",
                "socialNetworkId",
                "stateOrProvince",
                "street1",
                "street2",
            ],
            TEXT,
        )
    ),
)
PRODUCT = reference(
    "",
    description=TEXT,
    isBundle=TRUTH,
    isCustomerVisible=TRUTH,
    orderDate=MOMENT,
    productSerialNumber=TEXT,
    startDate=MOMENT,
    terminationDate=MOMENT,
    place=several(reference("role", role=TEXT)),
    product=several(named("product")),
    productCharacteristic=several(typed("name value", name=TEXT, valueType=TEXT, value={})),
    productOffering=reference(),
    productPrice=several(PRODUCT_PRICE),
    productTerm=several(typed(name=TEXT, description=TEXT, duration=QUANTITY, validFor=PERIOD)),
    relatedParty=several(PARTY),
    status={"enum": STATUSES},
)
ITEM = typed(
    id=TEXT,
    action=TEXT,
    quantity=WHOLE,
    state=TEXT,
    note=several(NOTE),
    product=named("product"),
    productOffering=reference(),
    quoteItem=several(named("item")),
    quoteItemAuthorization=several(AUTHORIZATION),
    quoteItemPrice=several(QUOTE_PRICE),
    quoteItemRelationship=several(typed(id=TEXT, relationshipType=TEXT)),
    relatedParty=several(PARTY),
)
QUOTE = typed(
    "quoteItem",
    **dict.fromkeys(["id", "href", "category", "description", "externalId", "version"], TEXT),
    **dict.fromkeys(
        [
            "quoteDate",
            "effectiveQuoteCompletionDate",
            "expectedFulfillmentStartDate",
            "expectedQuoteCompletionDate",
            "requestedQuoteCompletionDate",
        ],
        MOMENT,
    ),
    instantSyncQuote=TRUTH,
    state={"enum": STATES},
    validFor=PERIOD,
    agreement=several(reference()),
    authorization=several(AUTHORIZATION),
    contactMedium=several(MEDIUM),
    note=several(NOTE),
    quoteItem=several(named("item"), least=1),
    quoteTotalPrice=several(QUOTE_PRICE),
    relatedParty=several(PARTY),
)
SCHEMA: Shape = {
    **QUOTE,
    "$defs": {"item": ITEM, "product": PRODUCT},
}
