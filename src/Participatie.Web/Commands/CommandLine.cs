using System.CommandLine;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Participatie.Web.Access;
using Participatie.Web.Hosting;
using Participatie.Web.Mail;

namespace Participatie.Web.Commands;

/// <summary>
/// <c>-- VERB …</c>: the same program does one thing and ends, with exit code 0 only when all of it was done. Settings may stand
/// among the words (<c>--Participatie:Data=…</c>) as they do for the site.
/// </summary>
public static class CommandLine
{
    /// <summary>
    /// Whether these words ask for a command and not for the site: the verb stands first, settings of the site begin with dashes.
    /// </summary>
    public static bool Asks(string[] args) =>
        args is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h" or "-?" or "--version");

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Participatie: the site with its worker, or one command.")
        {
            WorkerCommand.Of(args),
            ExportCommand.Of(args),
            SummaryCommand.Of(args),
            ImportCommand.Of(args),
            ImportCheckCommand.Of(args),
            InviteCommand.Of(args),
            RecountCommand.Of(args),
            QueueCommand.Of(args),
            AnswersCommand.Of(args),
            NotUnderstoodCommand.Of(args),
            BackupCommand.Of(args),
            RestoreCommand.Of(args),
            SetupLinkCommand.Of(args),
            TryCommand.Of(args),
            ReadCommand.Of(),
        };
        return await root.Parse([.. args.Where(arg => !IsSetting(arg))])
            .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>Does the work on prepared storage; what the operator has to mend is said in one sentence.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> WithRoomsAsync(
        string[] args, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken, bool prepare = true)
    {
        try
        {
            var builder = Host.CreateApplicationBuilder(
                new HostApplicationBuilderSettings { Args = [.. args.Where(IsSetting)], ContentRootPath = PublishedFolder.OrNull });
            var settings = SettingsReader.Read(builder.Configuration, builder.Environment);

            // What a command says is its result: the log goes to the other stream, and only what is wrong.
            builder.Logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
            builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
                options => options.LogToStandardErrorThreshold = LogLevel.Trace);
            builder.Services.TryAddSingleton(TimeProvider.System);
            builder.Services.AddSingleton(settings with { Samples = false });
            if (!prepare)
            {
                CodeKeySource.Require(settings);
            }

            builder.Services.AddStorage(settings).AddMail().AddAccountStorage();
            using var host = builder.Build();
            if (prepare)
            {
                await host.Services.GetRequiredService<Preparation>().RunAsync(cancellationToken);
            }

            return await work(host.Services, cancellationToken);
        }
        catch (Exception problem) when (problem is InvalidOperationException || OperatorProblem.Of(problem) is not null)
        {
            await Console.Error.WriteLineAsync(OperatorProblem.Of(problem) ?? problem.Message);
            return 1;
        }
    }

    private static bool IsSetting(string arg) =>
        arg.StartsWith("--Participatie:", StringComparison.OrdinalIgnoreCase)
            || arg.StartsWith("--ConnectionStrings:", StringComparison.OrdinalIgnoreCase);
}
