using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake;

/// <summary>What became of a response, for whoever has its receipt code.</summary>
/// <param name="ConsultationId">What was answered.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Version">Of the consultation.</param>
/// <param name="Document">The answers (<see cref="AnswersDocument"/>).</param>
public sealed record ReceiptStatus(int ConsultationId, ResponseState State, int Version, string Document);

/// <summary>Receipts: shown after sending, typed in later.</summary>
public sealed class Receipts(Database database, CodeKeys keys)
{
    /// <summary>The receipt of what was sent with this token; null when nothing was.</summary>
    public async ValueTask<Code?> OfAsync(DraftToken token, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        foreach (var key in keys.NewestFirst)
        {
            var proof = key.ProofOfDraft(token);
            var sent = await context.Responses.Where(response => response.DraftProof == proof)
                .Select(response => new { response.KeyNumber, response.ReceiptAttempt, response.ReceiptHash })
                    .SingleOrDefaultAsync(cancellationToken);
            if (sent is not null)
            {
                return keys.Of(sent.KeyNumber).ReceiptOf(token, sent.ReceiptAttempt, sent.ReceiptHash);
            }
        }

        return null;
    }

    public async ValueTask<ReceiptStatus?> LookUpAsync(Code code, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        foreach (var key in keys.NewestFirst)
        {
            var receipt = key.HashOfReceipt(code);
            var status = await context.Responses.Where(response => response.ReceiptHash == receipt)
                .Select(response => new ReceiptStatus(response.ConsultationId, response.State, response.Version, response.Document))
                .SingleOrDefaultAsync(cancellationToken);
            if (status is not null)
            {
                return status;
            }
        }

        return null;
    }
}
