using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Analysis.OpenAnswers;

/// <summary>Open answers as both databases keep, find and release them.</summary>
public sealed class ReleaseAnswerTests(PostgresCluster cluster)
{
    private const int Rounds = 15;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>One after the other, whoever was first: each is told what became of it, and the last one holds.</summary>
    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Who_release_and_hide_at_once_do_so_one_after_the_other(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await WrittenAsync(storage, "Een bankje");
        var id = (await storage.The<ListOpenAnswers>().FirstAsync(version, "iets", 1)).Single().ResponseId;
        var isPublic = false;
        for (var round = 0; round < Rounds; round++)
        {
            var told = new List<(bool IsRelease, bool IsDone)>();
            await Task.WhenAll(Enumerable.Range(0, 6).Select(person => Task.Run(
                () => storage.The<GroupedWriter>().WriteAsync(
                    async scope =>
                    {
                        var isRelease = person % 2 == 0;
                        var isDone = isRelease
                            ? await ReleaseAnswer.ReleaseAsync(scope, version.ConsultationId, id, "iets")
                            : await ReleaseAnswer.TakeBackAsync(scope, version.ConsultationId, id, "iets");
                        // Whoever has the answer has it until the commit.
                        told.Add((isRelease, isDone));
                        await Task.Delay(2, Stop);
                    },
                    Stop),
                Stop)));
            foreach (var (isRelease, isDone) in told)
            {
                Assert.Equal(isRelease || isPublic, isDone);
                isPublic = isRelease;
            }

            Assert.Equal(6, told.Count);
            Assert.Equal(isPublic, (await storage.The<ReadReleasedAnswers>().ReadAsync(version.ConsultationId, Stop)).Count == 1);
        }
    }

    /// <summary>The same people wrote in another order at the second question: no place in the list is one person's.</summary>
    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task For_a_file_they_come_by_their_letters_and_not_by_who_wrote_them(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(new GivenConsultation().WithOpen("twee").WithOpen("een").Build());
        string[] first = ["Dorp", "Brug", "Aap", "Éen", "Cent", "ﷺﷺ"];
        foreach (var (number, text) in first.Index())
        {
            await WriteAsync(storage, version, Answers.None
                .With(version.Definition.Find("een")!, new Written(text, Languages.Dutch))
                .With(version.Definition.Find("twee")!, new Written($"{9 - number} bomen", Languages.Dutch)));
        }

        await CountAsync(storage);
        foreach (var question in new[] { "een", "twee" })
        {
            foreach (var answer in await storage.The<ListOpenAnswers>().FirstAsync(version, question, 25))
                await storage.The<GroupedWriter>().ReleaseAsync(version, answer.ResponseId, question);
        }

        var read = new ReadReleasedAnswers(storage.The<Database>()) { AtATime = 2 };
        var told = await read.InOrderOfWordsAsync(version.ConsultationId, Stop).ToListAsync(Stop);

        Assert.Equal(
            first.Order(StringComparer.Ordinal).Select(text => ("een", text))
                .Concat(Enumerable.Range(4, 6).Select(number => ("twee", $"{number} bomen"))),
            told.Select(text => (text.Question, text.Text.Text)));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Words_are_found_whatever_their_capitals_accents_and_signs(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await WrittenAsync(
            storage, "Eén BRUG bij het dorp", "Zij zei: \"doe maar\" \\ en ging", "<b>Fietspad</b>", "onderwerp", "Bel 0612345678");
        Assert.Equal(["Eén BRUG bij het dorp"], await FoundAsync("eÉN brug"));
        Assert.Equal(["Eén BRUG bij het dorp"], await FoundAsync("RUG BIJ"));
        Assert.Equal(["Zij zei: \"doe maar\" \\ en ging"], await FoundAsync("\"DOE MAAR\" \\"));
        Assert.Equal(["<b>Fietspad</b>"], await FoundAsync("<B>fiets"));
        Assert.Empty(await FoundAsync("text"));
        Assert.Empty(await FoundAsync("%"));
        Assert.Equal(5, (await FoundAsync("")).Count);
        Assert.Equal(["Bel 0612345678"], await FoundAsync("", OpenAnswersShown.WithPersonalData));
        var id = (await ListAsync("brug", OpenAnswersShown.All)).Single().ResponseId;
        await storage.The<GroupedWriter>().ReleaseAsync(version, id, "iets");
        Assert.Equal(["Eén BRUG bij het dorp"], await FoundAsync("", OpenAnswersShown.Released));
        Assert.Equal(4, (await FoundAsync("", OpenAnswersShown.Hidden)).Count);

        async Task<List<string>> FoundAsync(string search, OpenAnswersShown shown = OpenAnswersShown.All) =>
            [.. (await ListAsync(search, shown)).Select(answer => answer.Text)];

        Task<IReadOnlyList<OpenAnswer>> ListAsync(string search, OpenAnswersShown shown) => storage.The<ListOpenAnswers>().ListAsync(
            new OpenAnswersRequest
            {
                ConsultationId = version.ConsultationId,
                QuestionId = "iets",
                Most = 25,
                Search = search,
                Shown = shown,
            },
            Stop);
    }

    private static async Task<PublishedVersion> WrittenAsync(GivenStorage storage, params string[] texts)
    {
        var version = await storage.PublishAsync(new GivenConsultation().WithOpen("iets").Build());
        foreach (var text in texts)
        {
            await WriteAsync(storage, version, Answers.None.With(version.Definition.Questions[0], new Written(text, Languages.Dutch)));
        }

        await CountAsync(storage);
        return version;
    }

    private static async Task WriteAsync(GivenStorage storage, PublishedVersion version, Answers answers)
    {
        var (token, draft) = await storage.BeginAsync(version, answers);
        Assert.Equal(HandInResult.Received, await storage.The<HandInAnswers>().StoreAsync(token, draft, Stop));
    }

    private static async Task CountAsync(GivenStorage storage)
    {
        while (await storage.The<CountResponses>().CountBatchAsync(Stop) > 0)
        {
            // Until nothing is due.
        }
    }
}
