using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;
using Participatie.Tests.Intake.Unlinking;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Codes;

/// <summary>A new key makes codes from then on, and everything that the older one made still opens.</summary>
public sealed class KeyRotationTests(PostgresCluster cluster)
{
    private static readonly byte[] First = new byte[CodeKey.Bytes];
    private static readonly byte[] Second = [.. Enumerable.Repeat((byte)2, CodeKey.Bytes)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Receipts_letters_and_resume_codes_of_an_old_key_still_open(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(UnlinkLettersTests.WithLetters());
        Assert.True(await storage.The<CodeKeyCheck>().HoldsAsync(Stop));
        var letter = (await storage.The<Invitations>().MakeAsync(version.ConsultationId, "een", 1, Stop)).Single();
        var (token, _) = await storage.BeginAsync(version, Answers.None);
        var resume = (await storage.The<ResumeDraft>().MakeCodeAsync(token, Stop))!.Value;
        var (sent, draft, receipt) = await SendAsync(storage.Rooms, storage, version);

        await using var rotated = Rooms(storage, First, Second);
        Assert.True(await rotated.GetRequiredService<CodeKeyCheck>().HoldsAsync(Stop));
        await rotated.GetRequiredService<Catalogue>().RefreshAsync(Stop);
        Assert.Equal(receipt, await rotated.GetRequiredService<Receipts>().OfAsync(sent, Stop));
        Assert.Equal(ResponseState.Queued, (await rotated.GetRequiredService<Receipts>().LookUpAsync(receipt, Stop))!.State);
        Assert.Equal(HandInResult.AlreadyReceived, await rotated.GetRequiredService<HandInAnswers>().HandInAsync(sent, draft, Stop));
        Assert.IsType<InvitationCheck.Valid>(
            await rotated.GetRequiredService<Invitations>().CheckAsync(letter, version.ConsultationId, Stop));
        Assert.NotNull(await rotated.GetRequiredService<ResumeDraft>().LookAsync(resume, Stop));
        Assert.NotNull(await rotated.GetRequiredService<ResumeDraft>().ResumeAsync(resume, Stop));
        Assert.Equal(WithdrawResult.Withdrawn, await rotated.GetRequiredService<WithdrawResponse>().WithdrawAsync(receipt, Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task The_new_key_makes_what_comes_and_its_number_stands_beside_it(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(UnlinkLettersTests.WithLetters());
        await SendAsync(storage.Rooms, storage, version);
        await using var rotated = Rooms(storage, First, Second);
        await rotated.GetRequiredService<Catalogue>().RefreshAsync(Stop);

        var (sent, _, receipt) = await SendAsync(rotated, storage, version);
        var letter = (await rotated.GetRequiredService<Invitations>().MakeAsync(version.ConsultationId, "twee", 1, Stop)).Single();

        Assert.Equal(receipt, await rotated.GetRequiredService<Receipts>().OfAsync(sent, Stop));
        Assert.Null(await storage.The<Receipts>().LookUpAsync(receipt, Stop));
        Assert.IsType<InvitationCheck.Unknown>(await storage.The<Invitations>().CheckAsync(letter, version.ConsultationId, Stop));
        await using var context = storage.The<Database>().NewContext();
        Assert.Equal([1, 2], context.Responses.Select(response => (int)response.KeyNumber).Order());
        Assert.Equal(2, context.Invitations.Single().KeyNumber);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_start_without_a_key_that_was_used_is_refused(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        Assert.True(await HoldsAsync(storage, First));
        Assert.False(await HoldsAsync(storage, Second));
        Assert.True(await HoldsAsync(storage, First, Second));
        Assert.True(await HoldsAsync(storage, First, Second));

        Assert.False(await HoldsAsync(storage, First));
        Assert.False(await HoldsAsync(storage, Second));
        Assert.False(await HoldsAsync(storage, Second, First));
    }

    private static async Task<bool> HoldsAsync(GivenStorage storage, params byte[][] keys)
    {
        await using var rooms = Rooms(storage, keys);
        return await rooms.GetRequiredService<CodeKeyCheck>().HoldsAsync(Stop);
    }

    /// <summary>A program on the same database that was started with these keys.</summary>
    private static ServiceProvider Rooms(GivenStorage storage, params byte[][] keys) => new ServiceCollection()
        .AddSingleton<TimeProvider>(storage.Clock)
        .AddLogging()
        .AddSurveys(storage.The<Database>(), new CodeKeys(keys), storage.Folder)
        // The storage's own, which ends with it.
        .AddSingleton(storage.The<Database>())
        .BuildServiceProvider();

    private static async Task<(DraftToken Token, Draft Draft, Code Receipt)> SendAsync(
        IServiceProvider rooms, GivenStorage storage, PublishedVersion version)
    {
        var (token, draft) = await storage.BeginAsync(
            version, Answers.None.With(version.Definition.Questions[0], new Written("tekst", Surveys.Language.Languages.Dutch)));
        Assert.Equal(HandInResult.Received, await rooms.GetRequiredService<HandInAnswers>().HandInAsync(token, draft, Stop));
        return (token, draft, (await rooms.GetRequiredService<Receipts>().OfAsync(token, Stop))!.Value);
    }
}
