"""AES-256-GCM by the OpenSSL of this system, whichever providers its administrator configured. Its errors are told, never worked around."""

import ctypes
import ctypes.util
from functools import cache

from cryptography.exceptions import InvalidTag

from alongside.ledger.refused import LedgerRefused

TAG_BYTES, GET_TAG, SET_TAG = 16, 0x10, 0x11
POINTERS = ("EVP_CIPHER_CTX_new", "EVP_CIPHER_fetch")
NOT_VALIDATED = "Whether that module is validated is for its vendor and your auditor to say: Alongside claims nothing about it."


class OpenSSL:
    """The library, its functions declared."""

    def __init__(self, library: ctypes.CDLL) -> None:
        self.library = library
        for name in POINTERS:
            getattr(library, name).restype = ctypes.c_void_p
        library.OpenSSL_version.restype = ctypes.c_char_p
        library.EVP_CIPHER_fetch.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p]
        library.EVP_CIPHER_CTX_free.argtypes = [ctypes.c_void_p]
        for name in ("EVP_EncryptInit_ex", "EVP_DecryptInit_ex"):
            getattr(library, name).argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p]
        for name in ("EVP_EncryptUpdate", "EVP_DecryptUpdate"):
            whole = [ctypes.c_void_p, ctypes.c_void_p, ctypes.POINTER(ctypes.c_int), ctypes.c_char_p, ctypes.c_int]
            getattr(library, name).argtypes = whole
        for name in ("EVP_EncryptFinal_ex", "EVP_DecryptFinal_ex"):
            getattr(library, name).argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.POINTER(ctypes.c_int)]
        library.EVP_CIPHER_CTX_ctrl.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_void_p]
        self.aes = library.EVP_CIPHER_fetch(None, b"AES-256-GCM", None)
        if not self.aes:
            raise LedgerRefused("CJIS mode is on, and no provider of this system's OpenSSL offers AES-256-GCM: look at its openssl.cnf.")

    def tell(self) -> str:
        """Its version, which providers are loaded, whether it runs with the property fips=yes by default."""
        loaded = [name for name in ("default", "fips", "base") if self.library.OSSL_PROVIDER_available(None, name.encode())]
        is_on = bool(self.library.EVP_default_properties_is_fips_enabled(None))
        version = self.library.OpenSSL_version(0).decode()
        says = f"It reports the property “fips” as {'on' if is_on else 'off'} by default."
        return f"AES-256-GCM of this system's {version}; providers loaded: {', '.join(loaded) or 'none'}. {says} {NOT_VALIDATED}"


@cache
def load_openssl() -> OpenSSL:
    """The system's OpenSSL. Raises :class:`LedgerRefused` where there is none of version 3."""
    name = ctypes.util.find_library("crypto") or "libcrypto.so.3"
    try:
        return OpenSSL(ctypes.CDLL(name))
    except (OSError, AttributeError):
        raise LedgerRefused("CJIS mode is on, and this system has no OpenSSL 3 (libcrypto): install it, then start again.") from None


class SystemCipher:
    """AES-256-GCM under one key; safe from any number of threads, as each call has a context of its own."""

    def __init__(self, openssl: OpenSSL, key: bytes) -> None:
        self._openssl, self._key = openssl, key

    def encrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes:
        """Ciphertext and tag."""
        with _Context(self._openssl) as work:
            work.begin("Encrypt", self._key, nonce)
            closed = work.run("Encrypt", data, associated_data or b"")
            work.finish("Encrypt")
            return closed + work.get_tag()

    def decrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes:
        """The plain bytes. Raises :class:`InvalidTag`."""
        if len(data) < TAG_BYTES:
            raise InvalidTag
        with _Context(self._openssl) as work:
            work.begin("Decrypt", self._key, nonce)
            plain = work.run("Decrypt", data[:-TAG_BYTES], associated_data or b"")
            work.set_tag(data[-TAG_BYTES:])
            work.finish("Decrypt")
            return plain


class _Context:
    """One use of the cipher."""

    def __init__(self, openssl: OpenSSL) -> None:
        self._aes, self._call = openssl.aes, openssl.library

    def __enter__(self) -> "_Context":
        self._context = self._call.EVP_CIPHER_CTX_new()
        return self

    def __exit__(self, *_: object) -> None:
        self._call.EVP_CIPHER_CTX_free(self._context)

    def begin(self, way: str, key: bytes, nonce: bytes) -> None:
        self._must(getattr(self._call, f"EVP_{way}Init_ex")(self._context, self._aes, None, key, nonce))

    def run(self, way: str, data: bytes, bound_to: bytes) -> bytes:
        update, written = getattr(self._call, f"EVP_{way}Update"), ctypes.c_int()
        if bound_to:
            self._must(update(self._context, None, ctypes.byref(written), bound_to, len(bound_to)))
        out = ctypes.create_string_buffer(len(data) + TAG_BYTES)
        self._must(update(self._context, out, ctypes.byref(written), data, len(data)))
        return out.raw[: written.value]

    def finish(self, way: str) -> None:
        """On the way out this is where an altered byte is noticed."""
        written, rest = ctypes.c_int(), ctypes.create_string_buffer(TAG_BYTES)
        if getattr(self._call, f"EVP_{way}Final_ex")(self._context, rest, ctypes.byref(written)) != 1:
            raise InvalidTag

    def get_tag(self) -> bytes:
        tag = ctypes.create_string_buffer(TAG_BYTES)
        self._must(self._call.EVP_CIPHER_CTX_ctrl(self._context, GET_TAG, TAG_BYTES, tag))
        return tag.raw

    def set_tag(self, tag: bytes) -> None:
        self._must(self._call.EVP_CIPHER_CTX_ctrl(self._context, SET_TAG, TAG_BYTES, ctypes.create_string_buffer(tag, TAG_BYTES)))

    def _must(self, answered: int) -> None:
        if answered != 1:
            raise LedgerRefused("This system's OpenSSL refused to encrypt with AES-256-GCM: look at its configuration, then start again.")
