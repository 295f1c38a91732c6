using System.CommandLine;
using System.Globalization;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Formats;
using Participatie.Web.Access;

namespace Participatie.Web.Commands;

/// <summary><c>export SLUG --format KEY --out FILE</c>: the same files as on the desk.</summary>
public static class ExportCommand
{
    private const string Who = "opdrachtregel";

    /// <summary>Between two lines of progress.</summary>
    private static readonly TimeSpan Told = TimeSpan.FromSeconds(1);

    public static Command Of(string[] args)
    {
        var slug = new Argument<string>("slug") { Description = "The consultation." };
        var format = new Option<string>("--format")
        {
            Description = $"One of: {string.Join(", ", ExportFormats.All.Select(format => format.Key))}.",
            DefaultValueFactory = _ => ExportFormats.All[0].Key,
        };
        format.AcceptOnlyFromAmong([.. ExportFormats.All.Select(format => format.Key)]);
        var file = new Option<FileInfo>("--out") { Description = "The file to make.", Required = true };
        var purpose = new Option<string>("--purpose")
        {
            Description = "What it is for; stands in the audit log.",
            DefaultValueFactory = _ => "",
        };
        var version = new Option<int?>("--version-number") { Description = "Only answers to this version of the questions." };
        var channel = new Option<string?>("--channel") { Description = "Only who came by: open, brief or papier." };
        channel.AcceptOnlyFromAmong("open", "brief", "papier");
        var whose = new Option<string?>("--whose") { Description = "Only inwoners or only organisaties." };
        whose.AcceptOnlyFromAmong("inwoners", "organisaties");
        var from = new Option<string?>("--from") { Description = "First day of handing in, as 2027-01-31." };
        var until = new Option<string?>("--until") { Description = "Last day of handing in, as 2027-01-31." };
        var semicolon = new Option<bool>("--semicolon") { Description = "Semicolons in CSV, for a Dutch spreadsheet." };
        var command = new Command("export", "Write the answers to a file.")
        {
            slug, format, file, purpose, version, channel, whose, from, until, semicolon,
        };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithRoomsAsync(
            args,
            (rooms, stop) => WriteAsync(
                rooms,
                new ExportRequest
                {
                    Slug = parsed.GetRequiredValue(slug),
                    Format = ExportFormats.Of(parsed.GetValue(format))!,
                    Purpose = parsed.GetValue(purpose)!,
                    Who = Who,
                    Semicolons = parsed.GetValue(semicolon),
                    Filters = new ExportFilters
                    {
                        Version = parsed.GetValue(version),
                        Channel = ExportFilters.ChannelOf(parsed.GetValue(channel) ?? ""),
                        Organisation = parsed.GetValue(whose) is { } who ? who == "organisaties" : null,
                        From = DayOf(parsed.GetValue(from)),
                        Until = DayOf(parsed.GetValue(until)),
                    },
                },
                parsed.GetRequiredValue(file).FullName,
                stop),
            cancellationToken));
        return command;
    }

    private static async Task<int> WriteAsync(
        IServiceProvider rooms, ExportRequest request, string target, CancellationToken cancellationToken)
    {
        var clock = rooms.GetRequiredService<TimeProvider>();
        var audit = rooms.GetRequiredService<AuditExport>();
        var told = clock.GetTimestamp();
        var soFar = 0L;
        var source = await rooms.GetRequiredService<PrepareExport>().PrepareAsync(request, Tell, cancellationToken)
            ?? throw new InvalidOperationException($"There is no consultation '{request.Slug}'.");
        GiveBack();
        using var file = new NewFile(target);
        await audit.BeginAsync(source, network: "", cancellationToken);
        WrittenRows written;
        try
        {
            written = await request.Format.WriteAsync(source, file.Stream, cancellationToken);
            file.Finish();
        }
        catch
        {
            await audit.BreakOffAsync(source, network: "", soFar);
            await Console.Error.WriteLineAsync($"Broke off after {soFar} responses: no file was made");
            throw;
        }

        await audit.EndAsync(source, network: "", written.Rows);
        Console.WriteLine(
            !request.Format.HasRows ? target
            : request.Filters == ExportFilters.None ? $"{written.Rows} responses in {target}"
            : $"{written.Rows} responses ({request.Filters}) in {target}");
        if (written.Damaged == 0)
        {
            return 0;
        }

        await Console.Error.WriteLineAsync($"{written.Damaged} responses are damaged and could not be exported");
        return 1;

        ValueTask Tell(long rows, CancellationToken stop)
        {
            soFar = rows;
            if (clock.GetElapsedTime(told) >= Told)
            {
                told = clock.GetTimestamp();
                Console.Error.WriteLine($"{rows} responses so far");
            }

            return ValueTask.CompletedTask;
        }
    }

    /// <summary>
    /// What the start of the program left, some megabytes: without this it would lie there until the end, since the rows themselves leave
    /// hardly anything to collect.
    /// </summary>
    private static void GiveBack() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private static DateOnly? DayOf(string? typed) => typed is null ? null
        : DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new InvalidOperationException($"'{typed}' is no day: write it as 2027-01-31.");
}
