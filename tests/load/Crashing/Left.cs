using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;
using Participatie.Web.Commands;

namespace Participatie.Load.Crashing;

/// <summary>What is in the database of one consultation.</summary>
internal sealed record Left(int Responses, int Queued)
{
    public static async Task<Left> InAsync(string[] settings, string slug, CancellationToken cancellationToken)
    {
        Left? left = null;
        await CommandLine.WithRoomsAsync(
            settings,
            async (rooms, stop) =>
            {
                await rooms.GetRequiredService<Catalogue>().RefreshAsync(stop);
                var consultation = rooms.GetRequiredService<Catalogue>().Latest(slug)!.ConsultationId;
                await using var context = rooms.GetRequiredService<Database>().NewContext();
                var responses = context.Responses.Where(response => response.ConsultationId == consultation);
                left = new Left(
                    await responses.CountAsync(stop), await responses.CountAsync(response => response.State == ResponseState.Queued, stop));
                return 0;
            },
            cancellationToken,
            prepare: false);
        return left ?? throw new InvalidOperationException("The database could not be read.");
    }
}
