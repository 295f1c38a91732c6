using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Pages.Definition.Desk.Steps;

/// <summary>A step in the life of a consultation as its page on the desk offers it.</summary>
/// <param name="Step">What is recorded.</param>
/// <param name="Name">Its part of the address, and of the keys of its words.</param>
/// <param name="Policy">Who may take it.</param>
/// <param name="Take">Takes it, with the rooms of the domain.</param>
internal sealed record DeskStep(LifeStep Step, string Name, string Policy, TakeStep Take)
{
    public AskedReason Reason { get; init; }

    /// <summary>It is about a day that has to be chosen.</summary>
    public bool AsksDay { get; init; }

    /// <summary>It cannot be undone: it is asked once more.</summary>
    public bool AsksAgain { get; init; }

    /// <summary>What residents read afterwards is shown beside what they read now.</summary>
    public bool ShowsComparison { get; init; }
}

internal enum AskedReason
{
    None,

    /// <summary>For whoever works on it.</summary>
    Internal,

    /// <summary>On the pages for residents.</summary>
    Public,
}

/// <summary>What somebody filled in on the form of a step.</summary>
/// <param name="Day">Null when none is asked.</param>
/// <param name="Answers">What happens to answers that came in.</param>
internal sealed record StepInput(DateOnly? Day, AnswersOnWithdrawal Answers);

internal delegate ValueTask<LifeEvent> TakeStep(IServiceProvider rooms, WriteScope scope, StepRequest request, StepInput input);
