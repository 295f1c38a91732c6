using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Intake;

public sealed class DraftsTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Two_tabs_that_answer_at_once_keep_both_answers(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(
            new GivenConsultation().WithChoice("een", "ja", "nee").WithChoice("twee", "ja", "nee").ClosingOn(new DateOnly(2026, 12, 24))
                .Build());
        var (token, draft) = await storage.BeginAsync(version, Answers.None);
        var drafts = storage.The<Drafts>();

        await Task.WhenAll(version.Definition.Questions.Select(question =>
            drafts.SaveAsync(token, draft, answers => answers.With(question, new Chosen("nee")), Languages.Dutch, Stop)));

        var found = Assert.IsType<DraftFinding.Found>(await drafts.FindAsync(token, version.ConsultationId, Stop));
        Assert.All(version.Definition.Questions, question => Assert.Equal(new Chosen("nee"), found.Draft.Answers.To(question)));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_resume_code_takes_the_draft_along_and_the_old_device_can_take_it_back(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(HandInAnswersTests.OneChoice());
        var (old, draft) = await storage.BeginAsync(version, Answers.None);
        var drafts = storage.The<Drafts>();
        var resume = storage.The<ResumeDraft>();
        var code = await resume.MakeCodeAsync(old, Stop);

        var moved = await resume.ResumeAsync(code!.Value, Stop);

        Assert.NotNull(moved);
        Assert.IsType<DraftFinding.Found>(await drafts.FindAsync(moved, version.ConsultationId, Stop));
        Assert.IsType<DraftFinding.Moved>(await drafts.FindAsync(old, version.ConsultationId, Stop));
        Assert.Null(await drafts.SaveAsync(old, draft, answers => answers, Languages.Dutch, Stop));
        Assert.True(await resume.TakeBackAsync(old, Stop));
        Assert.IsType<DraftFinding.Found>(await drafts.FindAsync(old, version.ConsultationId, Stop));
        Assert.IsType<DraftFinding.Moved>(await drafts.FindAsync(moved, version.ConsultationId, Stop));
        Assert.Null(await resume.ResumeAsync(CodeKey.RandomCode(), Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task The_own_draft_is_wiped_only_when_the_other_one_came(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(HandInAnswersTests.OneChoice());
        var (elsewhere, _) = await storage.BeginAsync(version, Answers.None);
        var (own, _) = await storage.BeginAsync(version, GivenStorage.FirstChoice(version));
        var drafts = storage.The<Drafts>();
        var resume = storage.The<ResumeDraft>();
        var code = (await resume.MakeCodeAsync(elsewhere, Stop))!.Value;

        // Sent, wiped or expired between the question which one to keep and its answer.
        Assert.Null(await resume.ResumeAsync(CodeKey.RandomCode(), Stop, replacing: own));
        Assert.IsType<DraftFinding.Found>(await drafts.FindAsync(own, version.ConsultationId, Stop));

        var moved = await resume.ResumeAsync(code, Stop, replacing: own);
        Assert.IsType<DraftFinding.Found>(await drafts.FindAsync(moved!, version.ConsultationId, Stop));
        Assert.IsType<DraftFinding.None>(await drafts.FindAsync(own, version.ConsultationId, Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Drafts_end_after_two_weeks_without_a_touch(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(HandInAnswersTests.OneChoice());
        var (token, _) = await storage.BeginAsync(version, Answers.None);

        storage.Clock.Now += Draft.Lifetime;
        Assert.Equal(0, await storage.The<Drafts>().DeleteExpiredAsync(Stop));
        storage.Clock.Now += TimeSpan.FromMilliseconds(1);
        Assert.Equal(1, await storage.The<Drafts>().DeleteExpiredAsync(Stop));
        Assert.IsType<DraftFinding.None>(await storage.The<Drafts>().FindAsync(token, version.ConsultationId, Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Another_consultations_token_opens_nothing(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(HandInAnswersTests.OneChoice());
        var (token, _) = await storage.BeginAsync(version, Answers.None);

        Assert.IsType<DraftFinding.None>(await storage.The<Drafts>().FindAsync(token, version.ConsultationId + 1, Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_next_version_leaves_a_begun_draft_with_its_own(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(HandInAnswersTests.OneChoice());
        var (token, _) = await storage.BeginAsync(version, Answers.None);
        await storage.PublishAsync(new GivenConsultation().WithOpen("iets").ClosingOn(new DateOnly(2026, 12, 24)).Build());

        var found = Assert.IsType<DraftFinding.Found>(await storage.The<Drafts>().FindAsync(token, version.ConsultationId, Stop));

        Assert.Equal(1, found.Draft.Version.Number);
        Assert.IsType<ChoiceQuestion>(Assert.Single(found.Draft.Version.Definition.Questions));
        Assert.Equal(2, storage.The<Catalogue>().Latest(version.Definition.Slug)!.Number);
    }
}
