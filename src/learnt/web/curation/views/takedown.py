"""Taking words or a review down."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from learnt.web.accounts.guard import needs, person_of
from learnt.web.curation import takedown as taking
from learnt.web.curation.forms import ReasonForm
from learnt.web.curation.models import Backup
from learnt.web.curation.reach import open_intake


class TakedownForm(ReasonForm):
    """What goes: words, or everything."""

    field_order = ("what", "words", "reason")
    what = forms.ChoiceField(
        label="What is to go",
        choices=[("words", "Words, wherever they stand"), ("review", "The whole review")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is to go"},
    )
    words = forms.CharField(
        label="The words",
        help_text="They are cut out and not kept, here or in any log.",
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean(self) -> dict[str, str]:
        """Ask for the words where words are to go."""
        told = super().clean() or self.cleaned_data
        if told.get("what") == "words" and not (told.get("words") or "").strip():
            self.add_error("words", "Enter the words")
        return told


@never_cache
@needs("publisher")
@require_http_methods(["GET", "HEAD", "POST"])
def takedown(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask what is to go and why, then purge it."""
    intake = open_intake(request, slug, "publisher")
    form = TakedownForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        person, told = person_of(request), form.cleaned_data
        if told["what"] == "review":
            taking.remove_review(intake, person, told["reason"])
            messages.success(request, "The review and its reports are removed.")
            return redirect("curation:desk")
        done = taking.remove_words(intake, told["words"], person, told["reason"])
        messages.success(request, f"Removed from {sum(done.places.values())} places.")
        return redirect("curation:review", slug=slug)
    backups = Backup.objects.order_by("-at")[:20]
    shown = {"intake": intake, "form": form, "backups": backups}
    return render(request, "curation/takedown.html", shown, status=422 if form.errors else 200)
