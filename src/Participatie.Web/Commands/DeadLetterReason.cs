using Participatie.ServiceBus;
using Participatie.Surveys.Definition;

namespace Participatie.Web.Commands;

/// <summary>Why something could not be counted, for whoever runs the program; staff read it in their own words on the page.</summary>
internal static class DeadLetterReason
{
    public static string Of(string? failure) => failure switch
    {
        null or "" => "no reason was kept",
        nameof(UnreadableVersionException) => "a newer release published its version: update this one",
        BusReasons.TakenTooOften => "the bus delivered it too often: workers died, or lost it, while they counted",
        BusReasons.TooOld => "it waited on the bus for longer than messages live there: give the queue a longer time",
        _ => $"counting failed with {failure}: the log says where",
    };
}
