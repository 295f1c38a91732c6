using System.CommandLine;
using Participatie.Surveys.Intake.Queue;
using Participatie.Web.Access;

namespace Participatie.Web.Commands;

/// <summary><c>queue list</c> and <c>queue requeue</c>: what could not be counted, and another try for it.</summary>
public static class QueueCommand
{
    public static Command Of(string[] args)
    {
        var list = new Command("list", "What waits, and what was set apart after the last try.");
        list.SetAction((_, cancellationToken) => CommandLine.WithRoomsAsync(args, ListAsync, cancellationToken));
        var requeue = new Command("requeue", "Give everything that was set apart a new row of tries.");
        requeue.SetAction((_, cancellationToken) => CommandLine.WithRoomsAsync(
            args,
            async (rooms, stop) =>
            {
                var count = await rooms.GetRequiredService<RequeueDeadLetters>().RunAsync(
                    static _ => true, who: "opdrachtregel", network: "", stop);
                Console.WriteLine($"{count} requeued");
                return 0;
            },
            cancellationToken));
        return new Command("queue", "The queue of responses to be counted.") { list, requeue };
    }

    private static async Task<int> ListAsync(IServiceProvider rooms, CancellationToken cancellationToken)
    {
        var queue = rooms.GetRequiredService<IResponseQueue>();
        Console.WriteLine($"{await queue.CountWaitingAsync(cancellationToken)} waiting");
        foreach (var dead in await queue.ListDeadAsync(cancellationToken))
        {
            Console.WriteLine(
                $"dead: consultation {dead.ConsultationId}, response {Convert.ToHexString(dead.ResponseId)}, {dead.Attempts} tries, "
                    + DeadLetterReason.Of(dead.Failure));
        }

        return 0;
    }
}
