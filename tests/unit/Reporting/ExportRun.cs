using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Formats;
using Participatie.Surveys.Reporting.Export.Packing;
using Participatie.Surveys.Storage.BulkReading;

namespace Participatie.Tests.Reporting;

/// <summary>Responses given in a test, exported to a folder of its own and read back.</summary>
internal sealed class ExportRun : IDisposable
{
    public static readonly DateTimeOffset Made = new(2027, 1, 5, 9, 30, 0, TimeSpan.Zero);

    private readonly List<PublishedVersion> _versions = [];
    private readonly List<(int Version, int Rotation, byte[] Document)> _responses = [];
    private readonly HashSet<int> _late = [];
    private readonly HashSet<int> _withdrawn = [];
    private int _readings;
    private readonly string _folder = Directory.CreateTempSubdirectory("export").FullName;

    public ConsultationLife? Life { get; init; }

    public PublicTables? Public { get; set; }

    public IReadOnlyList<TallyRow> Tallies { get; init; } = [];

    public int RowsInARange { get; set; } = 500;

    public Exception? BreaksAfterRows { get; private set; }

    /// <summary>Waited for before the last response is handed over.</summary>
    public Func<Task> BeforeLast { get; set; } = static () => Task.CompletedTask;

    public string Target => Path.Combine(_folder, "proef.csv");

    public IEnumerable<string> Files =>
        Directory.EnumerateFileSystemEntries(_folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public static ExportRun Of(params Consultation[] versions) => With(life: null, versions);

    public static ExportRun OfVersions(IEnumerable<PublishedVersion> versions)
    {
        var run = new ExportRun();
        run._versions.AddRange(versions);
        return run;
    }

    public static ExportRun With(ConsultationLife? life, Consultation[] versions)
    {
        var run = new ExportRun { Life = life };
        run._versions.AddRange(versions.Select((definition, place) => new PublishedVersion(1, place + 1, definition, Made)));
        return run;
    }

    public ExportRun WithResponse(Answers answers, int version = 1, int rotation = 0)
    {
        var document = AnswersDocument.WriteResponse(Journey.Of(_versions[version - 1].Definition, answers), answers);
        _responses.Add((version, rotation, document));
        return this;
    }

    /// <summary>As it was damaged in storage.</summary>
    public ExportRun WithDamaged(string document)
    {
        _responses.Add((1, 0, Encoding.UTF8.GetBytes(document)));
        return this;
    }

    /// <summary>What is handed in between the first reading and the second.</summary>
    public ExportRun ThenHandedIn(Answers answers)
    {
        WithResponse(answers);
        _late.Add(_responses.Count);
        return this;
    }

    /// <summary>Withdrawn between the first reading and the second.</summary>
    public ExportRun ThenWithdrawn(int number)
    {
        _withdrawn.Add(number);
        return this;
    }

    /// <summary>The database goes away after the last response.</summary>
    public ExportRun Breaking()
    {
        BreaksAfterRows = new IOException("The database went away.");
        return this;
    }

    /// <param name="format">By its key.</param>
    /// <param name="semicolons">For a Dutch spreadsheet.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    public async Task<WrittenRows> WriteAsync(
        string format = "csv", bool semicolons = false, ExportFilters? filters = null, CancellationToken cancellationToken = default)
    {
        var source = Source(ExportFormats.Of(format)!, semicolons, filters);
        using var file = new NewFile(Target);
        var written = await source.Request.Format.WriteAsync(source, file.Stream, cancellationToken);
        file.Finish();
        return written;
    }

    public ExportSource Source(ExportFormat format, bool semicolons = false, ExportFilters? filters = null) => new()
    {
        Request = new ExportRequest
        {
            Slug = _versions[^1].Definition.Slug,
            Format = format,
            Purpose = "een proef",
            Who = "Anna",
            Semicolons = semicolons,
            Filters = filters ?? ExportFilters.None,
        },
        Versions = _versions,
        Life = Life ?? ConsultationLife.Of(1, _versions[^1].Definition.Slug, isTrial: false, []),
        ReadPublic = _ => Task.FromResult(Public),
        ReadTallies = _ => Task.FromResult(Tallies),
        Made = Made,
        Scan = ScanAsync,
        ScanIds = (take, _) =>
        {
            _readings++;
            foreach (var number in Enumerable.Range(1, _responses.Count).Except(_late))
            {
                take(IdOf(number));
            }

            return Task.CompletedTask;
        },
    };

    public async Task<IReadOnlyList<Dictionary<string, string>>> RowsAsync()
    {
        await WriteAsync();
        return Rows(Target);
    }

    public IReadOnlyList<Dictionary<string, string>> Codebook()
    {
        File.WriteAllBytes(Path.Combine(_folder, "codeboek.csv"), CodebookFiles.ToCsv(Surveys.Reporting.Export.Codebook.Of(new(_versions))));
        return Rows(Path.Combine(_folder, "codeboek.csv"));
    }

    /// <summary>Makes a package and reads it back.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> UnpackAsync(ExportFormat? format = null, bool semicolons = false)
    {
        format ??= ExportFormats.Of("pakket")!;
        using var bytes = new MemoryStream();
        await format.WriteAsync(Source(format, semicolons), bytes, CancellationToken.None);
        return Unpack(bytes);
    }

    public static IReadOnlyDictionary<string, byte[]> Unpack(Stream bytes)
    {
        using var zip = new ZipArchive(bytes, ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var content = entry.Open();
                using var read = new MemoryStream();
                content.CopyTo(read);
                return read.ToArray();
            },
            StringComparer.Ordinal);
    }

    public IReadOnlyList<Dictionary<string, string>> RowsOf(byte[] csv, char separator = ',')
    {
        var file = Path.Combine(_folder, Path.GetRandomFileName());
        File.WriteAllBytes(file, csv);
        return Rows(file, separator);
    }

    public byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(_folder, file));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static List<Dictionary<string, string>> Rows(string file, char separator = ',')
    {
        using var reader = CsvReader.FromFile(file, CsvReaderOptions.Default with { Separator = separator });
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            var cells = reader.Current.ToArray();
            rows.Add(reader.Headers.Select((name, column) => (name, cells[column])).ToDictionary(StringComparer.Ordinal));
        }

        return rows;
    }

    private static byte[] IdOf(int number)
    {
        var id = new byte[16];
        // An id is random from its first byte on.
        BinaryPrimitives.WriteInt32BigEndian(id.AsSpan(4), number);
        BinaryPrimitives.WriteInt32BigEndian(id.AsSpan(12), number);
        return id;
    }

    private async Task ScanAsync(
        TakeResponse take, Func<CancellationToken, ValueTask> afterRange, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var number = 0;
        _readings++;
        foreach (var (version, rotation, document) in _responses)
        {
            var id = IdOf(++number);
            if (number == _responses.Count)
            {
                await BeforeLast();
            }

            if (_readings == 1 ? _late.Contains(number) : _withdrawn.Contains(number))
            {
                continue;
            }

            take(new ResponseRow
            {
                Id = id,
                Version = version,
                Channel = (ResponseChannel)(id[15] % 3),
                Organisation = id[15] % 2 == 0,
                Helped = (Helped)(id[15] % 3),
                Language = "nl-simple"u8,
                Hour = 500_000,
                Rotation = rotation,
                Document = document,
            });
            if (number % RowsInARange == 0)
            {
                await afterRange(cancellationToken);
            }
        }

        if (BreaksAfterRows is { } broken)
        {
            throw broken;
        }

        await afterRange(cancellationToken);
    }
}
