using Microsoft.Extensions.Logging.Console;

namespace Participatie.Web.Hosting;

/// <summary>What is written down about the running site: never what a visitor typed, holds or where the visitor is.</summary>
internal static class Logs
{
    public static void Configure(ILoggingBuilder logging)
    {
        logging.ClearProviders().AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
            options.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        // Below Warning the framework logs addresses of requests and of people.
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // As long as this may log anything, the framework makes an activity and a scope for every request that nobody reads. Faults are
        // logged by Faults.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        // A statement that failed is thrown too, and logged by who gives up on it. Looking for the list of migrations in an empty
        // PostgreSQL fails as a rule.
        logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        // Warns at each start that the keys are not encrypted; they stand beside the database that they protect.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // Logs an unreadable token as an error with a stack trace; to us it is a page that stood open too long.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);
    }
}
