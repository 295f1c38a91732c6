using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>Brings a document from nothing to open in one go, by the program itself: for samples and trials, which nobody reviews.</summary>
public sealed class BeginOpened(BeginConsultation begin, AskForReview ask, OverruleCouncil overrule, OpenConsultation open)
{
    /// <returns>The number of the new consultation.</returns>
    /// <exception cref="LifeException">The document cannot open today, or its name is taken.</exception>
    public async ValueTask<int> BeginAsync(WriteScope scope, string document, string reason, bool isTrial = false)
    {
        var id = await begin.BeginAsync(scope, document, who: "", isTrial);
        var request = new StepRequest { ConsultationId = id, Who = "" };
        await ask.AskAsync(scope, request);
        await overrule.OverruleAsync(scope, request with { Reason = reason });
        await open.OpenAsync(scope, request);
        return id;
    }
}
