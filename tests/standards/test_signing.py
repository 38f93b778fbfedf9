"""Signatures: unseen anchors that a service reads, real fields that a program signs; the standards hold with each."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from judging import JUDGES
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, signers
from pyhanko.sign.fields import enumerate_sig_fields
from pypdf import PdfReader
from samples import Sample

from proposer.model.edition import Edition
from proposer.propose.edition.signing import signing_of

ANCHORS = {
    "docusign": ["\\s1\\", "\\s2\\", "\\n1\\", "\\n2\\", "\\t1\\", "\\t2\\", "\\d1\\", "\\d2\\"],
    "adobe": [
        "{{Sig_es_:signer1:signature}}",
        "{{Sig_es_:signer2:signature}}",
        "{{N_es_:signer1:fullname}}",
        "{{N_es_:signer2:fullname}}",
        "{{Ttl_es_:signer1:title}}",
        "{{Ttl_es_:signer2:title}}",
        "{{Dte_es_:signer1:date}}",
        "{{Dte_es_:signer2:date}}",
    ],
}


def sample(service: str) -> Sample:
    return Sample("dentist", Edition(esign=service))


@pytest.mark.parametrize("service", ["docusign", "adobe", "fields"])
def test_the_standards_hold(service: str, tmp_path: Path) -> None:
    file = tmp_path / "proposal.pdf"
    file.write_bytes(sample(service).made())
    quoted = sample(service).quote
    assert [f"{name}: {each}" for name, judge in JUDGES.items() for each in judge(file, quoted)] == []


@pytest.mark.parametrize("service", ANCHORS)
def test_anchors_are_read_and_not_seen(service: str) -> None:
    with_, without = (PdfReader(io.BytesIO(sample(name).made())) for name in (service, ""))
    assert len(with_.pages) == len(without.pages)
    text = with_.pages[-1].extract_text()
    assert [anchor for anchor in ANCHORS[service] if text.count(anchor) != 1] == []
    for anchor in ANCHORS[service]:
        assert all(anchor not in page.extract_text() for page in (*with_.pages[:-1], *without.pages))


def test_anchors_have_a_place_in_words_for_who_listens() -> None:
    with pikepdf.open(io.BytesIO(sample("docusign").made())) as pdf:
        told = [str(each.Alt) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
    assert [words for words in told if words.endswith("Dental") and not words.startswith("Your")] == [
        "Signature, Brightwater Family Dental",
        "Name, Brightwater Family Dental",
        "Title, Brightwater Family Dental",
        "Date, Brightwater Family Dental",
    ]


def test_a_program_signs_the_fields(tmp_path: Path) -> None:
    """With a certificate of our own, as a reader's program would do it."""
    data = sample("fields").made()
    assert [name for name, _, _ in enumerate_sig_fields(PdfFileReader(io.BytesIO(data)))] == [
        "Signature1",
        "Signature2",
    ]
    signed = io.BytesIO()
    meta = PdfSignatureMetadata(field_name="Signature1")
    signers.PdfSigner(meta, signer(tmp_path)).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(data)), output=signed)
    states = {name: value is not None for name, value, _ in enumerate_sig_fields(PdfFileReader(signed))}
    assert states == {"Signature1": True, "Signature2": False}


def signer(folder: Path) -> signers.SimpleSigner:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Brightwater Family Dental")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem, no_password = serialization.Encoding.PEM, serialization.NoEncryption()
    (folder / "key.pem").write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, no_password))
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(pem))
    made = signers.SimpleSigner.load(  # type: ignore[no-untyped-call]  # it is published without types
        str(folder / "key.pem"), str(folder / "certificate.pem")
    )
    assert isinstance(made, signers.SimpleSigner)
    return made


def test_an_unknown_service() -> None:
    found = signing_of("docusing").diagnostics
    assert [(each.code, each.message, each.help) for each in found] == [
        ("TPL207", "there is no service for signatures `docusing`", "did you mean `docusign`?")
    ]
