using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Tests.FormParts;
using Participatie.Web.Pages.Answering;
using Participatie.Web.QuestionInputs;
using Participatie.Web.QuestionInputs.Kinds;
using Participatie.Web.ReadingAloud;

namespace Participatie.Tests.ReadingAloud;

/// <summary>A recording says what stands on screen, in that order, and nothing else.</summary>
public sealed class SpokenQuestionTests
{
    private static readonly IReadOnlyList<Consultation> Samples =
    [
        .. Directory.EnumerateFiles(Repository.Path("src/Participatie.Web/Content/consultations"), "*.json")
            .Select(file => DefinitionReader.Read(File.ReadAllBytes(file)).Definition!),
        new GivenConsultation().WithMarkedChoices().WithText("dorp").Build(),
    ];

    public static TheoryData<string, string> Pages =>
        [
            .. Samples.SelectMany(
                sample =>
                    sample.Languages.SelectMany(
                        language => sample.Questions.Select(question => ($"{sample.Slug}/{question.Id}", language)))),
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Says_what_stands_on_screen(string page, string language)
    {
        var question = Find(page);
        for (var step = 1; step <= Steps.Count(question); step++)
        {
            foreach (var rotation in (int[])[0, 1])
            {
                var asked = new Asked { Question = question, Step = step, Rotation = rotation, Answer = Before(question) };
                var screen = await Rendered.AsHtmlAsync<Input>(language, ("Asked", asked));
                Assert.Equal(OnScreen.Passages(screen, language, sections: null), Spoken(asked, language));
            }
        }
    }

    [Fact]
    public void The_samples_have_every_kind_of_question() =>
        Assert.Empty(typeof(Question).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Question)) && !type.IsAbstract)
            .Except(Samples.SelectMany(sample => sample.Questions).Select(question => question.GetType())));

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_a_page_says_is_among_what_is_recorded(string page, string language)
    {
        var sample = Samples.Single(sample => page.StartsWith(sample.Slug + "/", StringComparison.Ordinal));
        var recorded = SpokenVersion.PassagesOf(
            new PublishedVersion(1, 1, sample, default), ConsultationLife.Of(1, sample.Slug, isTrial: false, [])).ToHashSet();
        var question = Find(page);
        for (var step = 1; step <= Steps.Count(question); step++)
        {
            Assert.Empty(
                Spoken(new Asked { Question = question, Step = step, Rotation = 1, Answer = Before(question) }, language).Except(recorded));
        }
    }

    private static Question Find(string page) => Samples.Single(sample => sample.Slug == page.Split('/')[0]).Find(page.Split('/')[1])!;

    private static List<Passage> Spoken(Asked asked, string language) =>
        [
            .. SpokenQuestion.Of(asked, 0, 0, InterfaceWords.For(language))
            .Select(passage => passage with { Text = OnScreen.OneLine(passage.Text) }),
        ];

    /// <summary>A ranking goes on with what was put first.</summary>
    private static Ranked? Before(Question question) =>
        question is RankingQuestion ranking
            ? new Ranked([.. ranking.Offered.Select(choice => choice.Id).Take(ranking.Places)], Ended: false)
            : null;

    private sealed class Input : ComponentBase
    {
        [Parameter]
        public Asked Asked { get; set; } = null!;

        protected override void BuildRenderTree(RenderTreeBuilder builder) => KindPages.All.For(Asked.Question).Ask(Asked)(builder);
    }
}
