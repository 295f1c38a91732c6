using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Reporting.Export.Columns;
using Participatie.Surveys.Reporting.Export.Packing;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>
/// All that a format may want to know of one export. A format that reads the responses more than once gets the same ones each time:
/// what is handed in meanwhile waits for the next export, and only what is withdrawn meanwhile is missing.
/// </summary>
public sealed class ExportSource
{
    private readonly Lazy<ExportPlan> _plan;
    private readonly Lazy<Codebook> _codebook;
    private SeenResponses? _seen;

    public ExportSource()
    {
        _plan = new(() => new ExportPlan(Versions!));
        _codebook = new(() => Codebook.Of(Plan));
    }

    public required ExportRequest Request { get; init; }

    /// <summary>Every version that a response may name, oldest first.</summary>
    public required IReadOnlyList<PublishedVersion> Versions { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>What happened to the consultation.</summary>
    public required ConsultationLife Life { get; init; }

    /// <summary>What this person took before; null when nothing, or as long as nobody looked.</summary>
    public WithdrawnSince? Previous { get; set; }

    /// <summary>The counts so far, without what still waits to be counted.</summary>
    public required Func<CancellationToken, Task<IReadOnlyList<TallyRow>>> ReadTallies { get; init; }

    /// <summary>What everybody may know; null when nothing was published yet.</summary>
    public required Func<CancellationToken, Task<PublicTables?>> ReadPublic { get; init; }

    public required ScanResponses Scan { private get; init; }

    /// <summary>Hands over the id of each response that is to be a row, in their order.</summary>
    public required ScanIds ScanIds { private get; init; }

    /// <summary>
    /// Between two ranges of responses, with how many rows there are so far: shows how far it is, or throws when it must not go on.
    /// </summary>
    public Func<long, CancellationToken, ValueTask> AfterRange { private get; init; } = static (_, _) => ValueTask.CompletedTask;

    public int ConsultationId => Versions[^1].ConsultationId;

    public ExportPlan Plan => _plan.Value;

    public Codebook Codebook => _codebook.Value;

    /// <summary>
    /// How many responses there are. From here on they are the ones that get a row: for a file that says how many rows it has before the
    /// first of them.
    /// </summary>
    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        var first = new SeenResponses();
        await ScanIds(first.Add, cancellationToken);
        _seen = first;
        return first.Count;
    }

    /// <summary>Writes a row for each response.</summary>
    public async Task<ResponseTable> RowsAsync(Cells cells, CancellationToken cancellationToken)
    {
        var table = new ResponseTable(Plan, cells);
        if (_seen is { } seen)
        {
            var again = seen.Again();
            await Scan(
                (in row) =>
                {
                    if (again.Has(row.Id))
                    {
                        table.Take(row);
                    }
                },
                AfterRangeAsync,
                cancellationToken);
        }
        else if (!Request.Format.ReadsAgain)
        {
            await Scan((in row) => table.Take(row), AfterRangeAsync, cancellationToken);
        }
        else
        {
            var first = new SeenResponses();
            await Scan(
                (in row) =>
                {
                    first.Add(row.Id);
                    table.Take(row);
                },
                AfterRangeAsync,
                cancellationToken);
            _seen = first;
        }

        return table;

        async ValueTask AfterRangeAsync(CancellationToken stop)
        {
            await cells.HandOnAsync(stop);
            await AfterRange(table.Rows, stop);
        }
    }
}
