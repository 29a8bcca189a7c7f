"""The county's own form of a hold, filled: first what stands in it and what is left to a pen, then the file, made in memory and let go."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.server.attach.delivering import deliver
from alongside.server.holds.official_paper import fill_paper, see_paper
from alongside.server.records.filing import Filed
from alongside.server.site.routes import page
from alongside.server.site.sentences_withheld import say_withheld
from alongside.server.site.templatetags.times import say_day


@page("hold")
def official(request: HttpRequest, episode: str) -> HttpResponse:
    """What it says of itself; nothing of what stands in the fields is shown beside the file."""
    paper = see_paper(request, episode)
    filled, withheld = fill_paper(request, paper) if paper.gathered else (None, [])
    told = {
        **paper.told,
        "filled": filled,
        "withheld": sorted({say_withheld(why) for why in withheld}),
        "form": paper.official.filling,
        "why": paper.official.why,
        "checked_on": say_day(paper.official.filling.checked_on) if paper.official.filling else "",
    }
    notices = getattr(request, "notices", None)
    return render(request, "holds/official.html", {**told, "notices": notices})


@page("hold")
def official_file(request: HttpRequest, episode: str) -> HttpResponse:
    """The PDF. The reading of what stands in it is on the disk before its first byte leaves."""
    paper = see_paper(request, episode)
    if paper.gathered is None:
        raise Http404(episode)
    filled, _ = fill_paper(request, paper)
    return deliver(Filed("application/pdf", filled.content), f"form-{paper.told['number']}")
