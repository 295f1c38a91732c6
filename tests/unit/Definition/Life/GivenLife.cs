using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Definition.Life;

/// <summary>One consultation and somebody who takes its steps.</summary>
internal sealed class GivenLife
{
    private const string Anne = "Anne <anne@provincie.example>";

    /// <summary>The clock of the storage stands on 22 November 2026.</summary>
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static readonly DateOnly LastDay = new(2026, 12, 24);

    private readonly IServiceProvider _rooms;

    private GivenLife(IServiceProvider rooms, int id) => (_rooms, Id) = (rooms, id);

    public int Id { get; }

    public ConsultationLife Now => _rooms.GetRequiredService<Catalogue>().LifeOf(Id)!;

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static GivenConsultation Questions() => new GivenConsultation().WithSlug("proef").WithYesNo("eerst").ClosingOn(LastDay);

    public static string Document(GivenConsultation given) => Encoding.UTF8.GetString(DefinitionWriter.Write(given.Build()));

    public static async Task<GivenLife> BegunAsync(GivenStorage storage, string? document = null)
    {
        var id = await storage.The<GroupedWriter>().WriteAsync(
            scope => storage.The<BeginConsultation>().BeginAsync(scope, document ?? Document(Questions()), Anne), Stop);
        await storage.The<Catalogue>().RefreshAsync(Stop);
        return new GivenLife(storage.Rooms, id);
    }

    /// <summary>Of something that a test published.</summary>
    public static GivenLife Of(IServiceProvider rooms, PublishedVersion version) => new(rooms, version.ConsultationId);

    public static async Task<GivenLife> ApprovedAsync(GivenStorage storage, string? document = null)
    {
        var life = await BegunAsync(storage, document);
        await life.AskAsync();
        await life.ApproveAsync();
        return life;
    }

    public static async Task<GivenLife> OpenedAsync(GivenStorage storage, string? document = null)
    {
        var life = await ApprovedAsync(storage, document);
        await life.OpenAsync();
        return life;
    }

    public StepRequest Request(string reason = "", int? seen = null) =>
        new() { ConsultationId = Id, Who = Anne, Reason = reason, Seen = seen };

    public Task AskAsync() => TakeAsync<AskForReview>((verb, scope) => verb.AskAsync(scope, Request()));

    public Task ApproveAsync(string reason = "Dat mag.") =>
        TakeAsync<OverruleCouncil>((verb, scope) => verb.OverruleAsync(scope, Request(reason)));

    public Task SendBackAsync() => TakeAsync<SendBack>((verb, scope) => verb.SendBackAsync(scope, Request("Nog niet goed.")));

    public Task OpenAsync(int? seen = null) => TakeAsync<OpenConsultation>((verb, scope) => verb.OpenAsync(scope, Request(seen: seen)));

    public Task PlanAsync(DateOnly day) => TakeAsync<PlanOpening>((verb, scope) => verb.PlanAsync(scope, Request(), day));

    public Task CorrectAsync(string reason = "Vraag 1 is duidelijker.") =>
        TakeAsync<CorrectConsultation>((verb, scope) => verb.CorrectAsync(scope, Request(reason)));

    public Task ExtendAsync(DateOnly day, string reason = "Er was storing.") =>
        TakeAsync<ExtendConsultation>((verb, scope) => verb.ExtendAsync(scope, Request(reason), day));

    public Task CloseAsync(string reason = "") => TakeAsync<CloseConsultation>((verb, scope) => verb.CloseAsync(scope, Request(reason)));

    public Task WithdrawAsync(AnswersOnWithdrawal answers, string reason = "Het plan gaat niet door.", int? seen = null) =>
        TakeAsync<WithdrawConsultation>((verb, scope) => verb.WithdrawAsync(scope, Request(reason, seen), answers));

    public Task SaveAsync(string document, int? basedOn = null) =>
        TakeAsync<WorkingCopies>(async (copies, scope) => await copies.SaveAsync(scope, Id, basedOn, document, Anne));

    public async Task TakeAsync<TVerb>(Func<TVerb, WriteScope, ValueTask> step)
        where TVerb : notnull
    {
        try
        {
            await _rooms.GetRequiredService<GroupedWriter>().WriteAsync(scope => step(_rooms.GetRequiredService<TVerb>(), scope), Stop);
        }
        finally
        {
            await _rooms.GetRequiredService<Catalogue>().RefreshAsync(Stop);
        }
    }

    public Task TakeAsync<TVerb>(Func<TVerb, WriteScope, ValueTask<LifeEvent>> step)
        where TVerb : notnull => TakeAsync<TVerb>(async (verb, scope) => { await step(verb, scope); });

    public Task<LifeEvent?> ActAsync() => _rooms.GetRequiredService<ActOnDay>().RunAsync(Now, Stop);

    public async Task RefusesAsync(LifeRefusal refusal, Task step)
    {
        var before = Now.LastNumber;
        Assert.Equal(refusal, (await Assert.ThrowsAsync<LifeException>(() => step)).Refusal);
        Assert.Equal(before, Now.LastNumber);
    }
}
