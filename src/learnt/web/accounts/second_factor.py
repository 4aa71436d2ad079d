"""The second factor: a code from an app (TOTP, RFC 6238), and spare codes for a lost phone."""

import base64
import io
import secrets

import qrcode
import qrcode.image.svg
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from learnt.web.accounts.models import User

SPARE = 8


def start(person: User) -> TOTPDevice:
    """Give the person's device that is not confirmed yet, a new one if there is none."""
    device, _ = TOTPDevice.objects.get_or_create(user=person, confirmed=False, name="app")
    return device


def confirm(device: TOTPDevice, code: str) -> list[str]:
    """Confirm a device with a right code, and give spare codes; an empty list for a wrong one."""
    if not device.verify_token(code.replace(" ", "")):
        return []
    device.confirmed = True
    device.save()
    spare, _ = StaticDevice.objects.get_or_create(user=device.user, name="spare")
    spare.token_set.all().delete()
    codes = [secrets.token_hex(5) for _ in range(SPARE)]
    StaticToken.objects.bulk_create(StaticToken(device=spare, token=code) for code in codes)
    return codes


def remove(person: User) -> None:
    """Take all second factors from a person."""
    TOTPDevice.objects.filter(user=person).delete()
    StaticDevice.objects.filter(user=person).delete()


def picture(device: TOTPDevice | None) -> str:
    """Give the picture that the app's camera reads, as SVG; empty without a device."""
    if device is None:
        return ""
    stream = io.BytesIO()
    qrcode.make(device.config_url, image_factory=qrcode.image.svg.SvgPathImage).save(stream)
    svg = stream.getvalue().decode()
    return svg[svg.index("<svg") :]


def typed(device: TOTPDevice | None) -> str:
    """Give the key as apps want it typed: base 32, in groups of four."""
    key = base64.b32encode(device.bin_key).decode().rstrip("=") if device else ""
    return " ".join(key[at : at + 4] for at in range(0, len(key), 4))
