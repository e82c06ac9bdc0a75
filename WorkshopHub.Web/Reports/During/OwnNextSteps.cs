using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Reports.During;

/// <summary>The sponsor's own next steps whose day is past, on their own page as on the programme's: nobody else asks for them.</summary>
public sealed class OwnNextSteps(TimeProvider time) : IOwnLinks
{
    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person)
    {
        var today = LocalDay.Today(reads, time.GetUtcNow());
        return
        [
            .. AskedDecision.OfSponsor(reads, person, out var name).Where(one => one.PersonId is null && one.IsStepOf(name) && one.IsStepOverdue(today))
                .OrderBy(one => one.Due, StringComparer.Ordinal)
                .Select(one => new OwnLink(
                    string.Create(CultureInfo.InvariantCulture, $"/answers/{one.OutcomeId}/step"), one.NextStep, "You do it, as you said at the final.", 0, ToDo: true)
                {
                    By = one.Due,
                    As = Role.Sponsor,
                    Verb = "Say how it stands",
                    SetPosition = one.Position,
                    SetName = one.SetName,
                }),
        ];
    }
}
