using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Tests.Analysis;
using Participatie.Web.Pages.Answering;

namespace Participatie.Tests.Pages;

public sealed class VisitTests
{
    [Fact]
    public void A_copy_with_another_draft_has_that_drafts_journey()
    {
        var version = GivenVersion.Of(new GivenConsultation().WithYesNo("een").WithYesNo("twee").Build());
        var visit = new Visit { Slug = "proef", Version = version, State = OpenState.Open, Drafts = null! };
        Assert.Equal("een", visit.Journey.FirstOpen!.Id);

        var answered = visit with
        {
            Draft = visit.Begin(InterfaceWords.For(Languages.Dutch)) with
            {
                Answers = Answers.None.With(version.Definition.Questions[0], new Chosen("ja")),
            },
        };

        Assert.Equal("twee", answered.Journey.FirstOpen!.Id);
        Assert.Equal("een", (answered with { Draft = null }).Journey.FirstOpen!.Id);
        Assert.Same(answered.Journey, answered.Journey);
    }
}
