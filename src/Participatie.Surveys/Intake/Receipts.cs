using Participatie.Surveys.Codes;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake;

/// <summary>What became of a response, for whoever has its receipt code.</summary>
public sealed record ReceiptStatus(int ConsultationId, ResponseState State);

/// <summary>Receipts: shown after sending, typed in later.</summary>
public sealed class Receipts(Database database, CodeKey key)
{
    /// <summary>The receipt of what was sent with this token; null when nothing was.</summary>
    public async ValueTask<Code?> OfAsync(DraftToken token, CancellationToken cancellationToken)
    {
        var attempts = await database.ReadAsync(
            "SELECT receipt_attempt, receipt_hash FROM responses WHERE draft_proof = @proof",
            row => (Attempt: row.GetInt16(0), Hash: row.GetFieldValue<byte[]>(1)),
            cancellationToken,
            ("@proof", key.ProofOfDraft(token)));
        return attempts is [var (attempt, hash)] ? key.ReceiptOf(token, attempt, hash) : null;
    }

    public async ValueTask<ReceiptStatus?> LookUpAsync(Code code, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(
            "SELECT consultation_id, state FROM responses WHERE receipt_hash = @hash",
            row => new ReceiptStatus(row.GetInt32(0), (ResponseState)row.GetInt16(1)),
            cancellationToken,
            ("@hash", key.HashOfReceipt(code)));
        return found is [var status] ? status : null;
    }
}
