"""Pages about the library itself, and the form for a problem."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from learnt.theme.codebook import own_codebook
from learnt.web.catalogue.models import Problem, Review
from learnt.web.forms import Form

PAGES = {
    "methods": "How this library is made",
    "data": "Data to download",
    "accessibility": "Accessibility",
    "privacy": "Privacy",
    "safe-browsing": "How to hide that you were here",
    "takedown": "Ask for something to be taken down",
}


@require_safe
def about(request: HttpRequest, page: str) -> HttpResponse:
    """Show a page about the library."""
    if page not in PAGES:
        raise Http404
    newest = Review.objects.order_by("-changed_at").first()
    told = {"title": PAGES[page], "codebook": own_codebook(), "newest": newest}
    return render(request, f"catalogue/about/{page}.html", told)


class ProblemForm(Form):
    """What is wrong, on which page, and how to reach the reader if they wish."""

    page = forms.CharField(
        label="Which page is it about?",
        help_text="Its address on this site, for example /reviews/.",
        max_length=300,
        error_messages={"required": "Enter the page"},
    )
    what = forms.CharField(
        label="What is wrong?",
        help_text="Please do not name people who are not named on the page.",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Enter what is wrong"},
    )
    contact = forms.EmailField(
        label="Your e-mail address (optional)",
        help_text="Only if you would like an answer. It is seen by the editors alone.",
        required=False,
        error_messages={"invalid": "Enter an e-mail address like name@example.org, or none"},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def problem(request: HttpRequest) -> HttpResponse:
    """Take a report of a problem into the editors' queue."""
    start = {"page": request.GET.get("page", "")[:300]}
    form = ProblemForm(request.POST if request.method == "POST" else None, initial=start)
    if request.method == "POST" and form.is_valid():
        Problem.objects.create(**form.cleaned_data)
        messages.success(request, "Thank you. The editors will look at it.")
        return redirect("catalogue:home")
    status = 422 if request.method == "POST" else 200
    return render(request, "catalogue/problem.html", {"form": form}, status=status)
