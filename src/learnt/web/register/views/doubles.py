"""Deaths that may stand in the register twice, side by side: nothing is put together by the program."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from learnt.analyse.doubles import likely_doubles
from learnt.web.accounts.guard import needs, person_of
from learnt.web.register.exporting import incident_names, register_of
from learnt.web.register.reach import visible


@never_cache
@needs("reader")
@require_safe
def doubles(request: HttpRequest) -> HttpResponse:
    """List pairs of the person's cases that agree in partnership, month of death, age and sex."""
    person = person_of(request)
    scopes = person.partnerships("reader")
    names = incident_names(scopes)
    cases = {names[one.partnership, one.key]: one for one in visible(person)}
    pairs = [(cases[one], cases[other]) for one, other in likely_doubles(register_of(scopes))]
    return render(request, "register/doubles.html", {"pairs": pairs})
