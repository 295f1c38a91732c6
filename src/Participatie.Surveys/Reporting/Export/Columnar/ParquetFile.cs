using System.Globalization;
using System.Text;
using Parquet;
using Parquet.Schema;

namespace Participatie.Surveys.Reporting.Export.Columnar;

/// <summary>
/// A Parquet file that is written group by group to a stream that cannot seek. Without its last bytes no program opens it.
/// </summary>
internal sealed class ParquetFile
{
    /// <summary>In bytes, of buffers that the library keeps for the next group.</summary>
    private const int MostKept = 1 << 20;

    private ParquetWriter? _writer;

    private ParquetFile(ExportSource source) => Cells = new ParquetCells(source.Plan, WriteGroupAsync);

    public ParquetCells Cells { get; }

    public static async Task<ParquetFile> BeginAsync(ExportSource source, Stream output, CancellationToken cancellationToken)
    {
        var file = new ParquetFile(source);
        file._writer = await ParquetWriter.CreateAsync(
            new ParquetSchema(file.Cells.All.Select(column => column.Field)),
            output,
            new ParquetOptions
            {
                CompressionMethod = CompressionMethod.Snappy,
                MaximumSmallPoolFreeBytes = MostKept,
                MaximumLargePoolFreeBytes = MostKept,
            },
            append: false,
            cancellationToken);
        file._writer.CustomMetadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["raadpleging"] = source.Request.Slug,
            ["titel"] = source.Codebook.Title,
            ["gemaakt"] = source.Made.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["keuze"] = source.Request.Filters.ToString(),
            ["codeboek"] = Encoding.UTF8.GetString(CodebookFiles.ToJson(source.Codebook)),
        };
        return file;
    }

    /// <summary>Nothing more follows.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await Cells.WriteAsync(cancellationToken);
        // The end of the file is written by this, and only when it is whole.
        await _writer!.DisposeAsync();
        _writer = null;
    }

    private async ValueTask WriteGroupAsync(CancellationToken cancellationToken)
    {
        using var group = _writer!.CreateRowGroup();
        foreach (var column in Cells.All)
        {
            await column.WriteAsync(group, Cells.Rows, cancellationToken);
        }
    }
}
