"""ECDSA with P-256 and SHA-256 by the OpenSSL of this system, as its administrator configured it. Keys are DER, as others write them."""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

from alongside.ledger.refused import LedgerRefused
from alongside.ledger.system_openssl import load_openssl

POINTER, BYTES, SIZE = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t
PLACE = ctypes.POINTER(ctypes.c_char_p)
CALLS = {
    "EVP_PKEY_Q_keygen": (POINTER, [POINTER, BYTES, BYTES, BYTES]),
    "d2i_AutoPrivateKey": (POINTER, [POINTER, PLACE, ctypes.c_long]),
    "d2i_PUBKEY": (POINTER, [POINTER, PLACE, ctypes.c_long]),
    "i2d_PrivateKey": (ctypes.c_int, [POINTER, PLACE]),
    "i2d_PUBKEY": (ctypes.c_int, [POINTER, PLACE]),
    "EVP_PKEY_free": (None, [POINTER]),
    "EVP_MD_CTX_new": (POINTER, []),
    "EVP_MD_CTX_free": (None, [POINTER]),
    "EVP_DigestSignInit_ex": (ctypes.c_int, [POINTER, POINTER, BYTES, POINTER, BYTES, POINTER, POINTER]),
    "EVP_DigestSign": (ctypes.c_int, [POINTER, BYTES, ctypes.POINTER(SIZE), BYTES, SIZE]),
    "EVP_DigestVerifyInit_ex": (ctypes.c_int, [POINTER, POINTER, BYTES, POINTER, BYTES, POINTER, POINTER]),
    "EVP_DigestVerify": (ctypes.c_int, [POINTER, BYTES, SIZE, BYTES, SIZE]),
}
HASH, MOST_BYTES = b"SHA256", 256
REFUSES = "CJIS mode is on, and this system's OpenSSL does not sign with ECDSA P-256: look at its openssl.cnf."


@cache
def _library() -> ctypes.CDLL:
    library = load_openssl().library
    for name, (gives, takes) in CALLS.items():
        call = getattr(library, name)
        call.restype, call.argtypes = gives, takes
    return library


def make_private() -> bytes:
    """A new private key as DER. Raises :class:`LedgerRefused` where the system's OpenSSL makes none."""
    with _key(lambda: _library().EVP_PKEY_Q_keygen(None, None, b"EC", b"P-256")) as key:
        return _written(_library().i2d_PrivateKey, key)


def public_of(private: bytes) -> bytes:
    """The public key that belongs to it, as DER (SubjectPublicKeyInfo). Raises :class:`LedgerRefused` where it is no key."""
    with _key(lambda: _read(_library().d2i_AutoPrivateKey, private)) as key:
        return _written(_library().i2d_PUBKEY, key)


def sign(private: bytes, digest: bytes) -> bytes:
    """The signature as DER."""
    out, size = ctypes.create_string_buffer(MOST_BYTES), SIZE(MOST_BYTES)
    with _key(lambda: _read(_library().d2i_AutoPrivateKey, private)) as key, _work() as work:
        ready = _library().EVP_DigestSignInit_ex(work, None, HASH, None, None, key, None)
        if ready != 1 or _library().EVP_DigestSign(work, out, ctypes.byref(size), digest, len(digest)) != 1:
            raise LedgerRefused(REFUSES)
        return out.raw[: size.value]


def is_signed(public: bytes, signature: bytes, digest: bytes) -> bool:
    """Whether the owner of ``public`` signed exactly this. Raises :class:`LedgerRefused` where ``public`` is no key."""
    with _key(lambda: _read(_library().d2i_PUBKEY, public)) as key, _work() as work:
        ready = _library().EVP_DigestVerifyInit_ex(work, None, HASH, None, None, key, None)
        return bool(ready == 1 and _library().EVP_DigestVerify(work, signature, len(signature), digest, len(digest)) == 1)


@contextmanager
def _key(make: Callable[[], int | None]) -> Iterator[int]:
    key = make()
    if not key:
        raise LedgerRefused(REFUSES)
    try:
        yield key
    finally:
        _library().EVP_PKEY_free(key)


@contextmanager
def _work() -> Iterator[int]:
    work = _library().EVP_MD_CTX_new()
    try:
        yield work
    finally:
        _library().EVP_MD_CTX_free(work)


def _read(read: Callable[..., int | None], held: bytes) -> int | None:
    return read(None, ctypes.byref(ctypes.c_char_p(held)), len(held))


def _written(write: Callable[..., int], key: int) -> bytes:
    out = ctypes.create_string_buffer(MOST_BYTES)
    place = ctypes.cast(out, ctypes.c_char_p)
    size = write(key, ctypes.byref(place))
    return out.raw[: max(size, 0)]
