using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Intake;

public sealed class HandInAnswersTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Stores_the_response_and_its_message_and_ends_the_draft_at_once(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(OneChoice());
        var (token, _) = await storage.BeginAsync(version, GivenStorage.FirstChoice(version));

        var result = await storage.HandInAsync(token, version.ConsultationId, Stop);

        Assert.Equal(HandInResult.Received, result);
        await using var context = storage.The<Database>().NewContext();
        var response = await context.Responses.AsNoTracking().SingleAsync(Stop);
        Assert.Equal("""{"vervoer":"fiets"}""", response.Document);
        Assert.Equal(storage.Clock.Now.ToUnixTimeSeconds() / 3600, response.Hour);
        Assert.Equal(ResponseState.Queued, response.State);
        Assert.Equal(response.Id, (await context.Queue.AsNoTracking().SingleAsync(Stop)).ResponseId);
        Assert.Equal(0, await context.Drafts.CountAsync(Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Sent_ten_times_at_once_it_is_one_response_with_one_receipt(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(OneChoice());
        var (token, draft) = await storage.BeginAsync(version, GivenStorage.FirstChoice(version));
        var handIn = storage.The<HandInAnswers>();

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => handIn.HandInAsync(token, draft, Stop)));

        Assert.Equal(1, results.Count(result => result == HandInResult.Received));
        Assert.Equal(9, results.Count(result => result == HandInResult.AlreadyReceived));
        await using var context = storage.The<Database>().NewContext();
        Assert.Equal(1, await context.Responses.CountAsync(Stop));
        var first = await storage.The<Receipts>().OfAsync(token, Stop);
        Assert.NotNull(first);
        Assert.Equal(first, await storage.The<Receipts>().OfAsync(token, Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Help_that_was_given_goes_along_with_the_response(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(OneChoice());
        foreach (var helped in Enum.GetValues<Helped>())
        {
            var (token, _) = await storage.BeginAsync(version, GivenStorage.FirstChoice(version), helped: helped);
            var found = Assert.IsType<DraftFinding.Found>(await storage.The<Drafts>().FindAsync(token, version.ConsultationId, Stop));
            Assert.Equal(helped, found.Draft.Helped);
            Assert.Equal(HandInResult.Received, await storage.HandInAsync(token, version.ConsultationId, Stop));
        }

        await using var context = storage.The<Database>().NewContext();
        Assert.Equal(Enum.GetValues<Helped>(), context.Responses.AsNoTracking().Select(response => response.Helped).AsEnumerable().Order());
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_receipt_of_twelve_digits_from_before_is_shown_found_and_withdrawn(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(OneChoice());
        var (token, _) = await storage.BeginAsync(version, GivenStorage.FirstChoice(version));
        await storage.HandInAsync(token, version.ConsultationId, Stop);
        var key = storage.The<CodeKeys>().Newest;
        Assert.Equal(Code.ReceiptLength, key.ReceiptOf(token, 0).Digits.Length);
        var old = key.ReceiptOf(token, 0, []);
        Assert.Equal(Code.Length, old.Digits.Length);
        await storage.The<GroupedWriter>().WriteAsync(
            scope => scope.ExecuteAsync("UPDATE responses SET receipt_hash = @old", ("@old", key.HashOfReceipt(old))), Stop);

        var receipts = storage.The<Receipts>();
        Assert.Equal(old, await receipts.OfAsync(token, Stop));
        Assert.NotNull(await receipts.LookUpAsync(Code.Parse(old.ToString())!.Value, Stop));
        Assert.Equal(WithdrawResult.Withdrawn, await storage.The<WithdrawResponse>().WithdrawAsync(old, Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_receipt_code_that_somebody_else_has_gives_way_to_another_one(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(OneChoice());
        var (token, _) = await storage.BeginAsync(version, GivenStorage.FirstChoice(version));
        var key = storage.The<CodeKeys>().Newest;
        await using (var context = storage.The<Database>().NewContext())
        {
            context.Responses.Add(ResponseWith(version, key.HashOfReceipt(key.ReceiptOf(token, 0))));
            await context.SaveChangesAsync(Stop);
        }

        var result = await storage.HandInAsync(token, version.ConsultationId, Stop);

        Assert.Equal(HandInResult.Received, result);
        Assert.Equal(key.ReceiptOf(token, 1), await storage.The<Receipts>().OfAsync(token, Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task An_invitation_serves_once_and_keeps_the_second_draft(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(OneChoice() with { Invitation = InvitationRule.Required });
        var invitations = storage.The<Invitations>();
        var code = (await invitations.MakeAsync(version.ConsultationId, "1", 1, Stop)).Single();
        var valid = Assert.IsType<InvitationCheck.Valid>(await invitations.CheckAsync(code, version.ConsultationId, Stop));
        var (first, _) = await storage.BeginAsync(version, GivenStorage.FirstChoice(version), valid.Hash);
        var (second, _) = await storage.BeginAsync(version, GivenStorage.FirstChoice(version), valid.Hash);

        Assert.Equal(HandInResult.Received, await storage.HandInAsync(first, version.ConsultationId, Stop));
        Assert.Equal(HandInResult.InvitationUsed, await storage.HandInAsync(second, version.ConsultationId, Stop));

        Assert.IsType<DraftFinding.Found>(await storage.The<Drafts>().FindAsync(second, version.ConsultationId, Stop));
        Assert.IsType<InvitationCheck.Used>(await invitations.CheckAsync(code, version.ConsultationId, Stop));
        await using var context = storage.The<Database>().NewContext();
        Assert.Equal(ResponseChannel.Letter, (await context.Responses.AsNoTracking().SingleAsync(Stop)).Channel);
        Assert.Equal(1, (await context.InvitationUses.AsNoTracking().SingleAsync(Stop)).Count);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_letter_for_one_consultation_opens_no_other(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(OneChoice() with { Invitation = InvitationRule.Required });
        var code = (await storage.The<Invitations>().MakeAsync(version.ConsultationId, "1", 1, Stop)).Single();

        Assert.IsType<InvitationCheck.Unknown>(await storage.The<Invitations>().CheckAsync(code, version.ConsultationId + 1, Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Whoever_was_answering_at_the_end_has_one_hour(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(OneChoice());
        var (early, _) = await storage.BeginAsync(version, GivenStorage.FirstChoice(version));
        var (late, _) = await storage.BeginAsync(version, GivenStorage.FirstChoice(version));
        var end = Amsterdam.EndOf(version.Definition.Charter.ClosesOn);

        storage.Clock.Now = end.AddMinutes(59);
        Assert.Equal(HandInResult.Received, await storage.HandInAsync(early, version.ConsultationId, Stop));
        storage.Clock.Now = end.AddMinutes(60);
        Assert.Equal(HandInResult.Closed, await storage.HandInAsync(late, version.ConsultationId, Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Refuses_what_is_not_complete_and_keeps_the_draft(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(OneChoice());
        var (token, _) = await storage.BeginAsync(version, Answers.None);

        Assert.Equal(HandInResult.NotComplete, await storage.HandInAsync(token, version.ConsultationId, Stop));
        Assert.IsType<DraftFinding.Found>(await storage.The<Drafts>().FindAsync(token, version.ConsultationId, Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Takes_in_only_what_the_page_showed_and_what_is_still_there(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(OneChoice());
        var (token, shown) = await storage.BeginAsync(version, GivenStorage.FirstChoice(version));
        var (handIn, drafts) = (storage.The<HandInAnswers>(), storage.The<Drafts>());
        var changed = await drafts.SaveAsync(
            token, shown, answers => answers.With(version.Definition.Questions[0], new Chosen("auto")), "nl", Stop);

        Assert.Equal(HandInResult.NoDraft, await handIn.HandInAsync(token, shown, Stop));
        Assert.Equal(HandInResult.NoDraft, await handIn.HandInAsync(DraftToken.New(), shown, Stop));
        Assert.IsType<DraftFinding.Found>(await drafts.FindAsync(token, version.ConsultationId, Stop));
        Assert.Equal(HandInResult.Received, await handIn.HandInAsync(token, changed!, Stop));
        Assert.Equal(HandInResult.AlreadyReceived, await handIn.HandInAsync(token, changed!, Stop));
    }

    internal static Consultation OneChoice() =>
        new GivenConsultation().WithChoice("vervoer", "fiets", "auto").ClosingOn(new DateOnly(2026, 12, 24)).Build();

    private static Response ResponseWith(PublishedVersion version, byte[] receiptHash) => new()
    {
        ConsultationId = version.ConsultationId,
        Id = Guid.NewGuid().ToByteArray(),
        Version = version.Number,
        Channel = ResponseChannel.OpenLink,
        Organisation = false,
        Language = Languages.Dutch,
        Hour = 0,
        Rotation = 0,
        State = ResponseState.Queued,
        KeyNumber = 1,
        ReceiptHash = receiptHash,
        DraftProof = [1],
        ReceiptAttempt = 0,
        Document = "{}",
    };
}
