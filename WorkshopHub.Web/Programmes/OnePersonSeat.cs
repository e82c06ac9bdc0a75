using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes;

/// <summary>The person's place in a set, and the supervisor there: changed only as the form was shown it.</summary>
public sealed partial class OnePerson
{
    /// <summary>Takes the person into a set, or into another one, and names the supervisor, unless somebody else did since the form was shown.</summary>
    public Task<IActionResult> OnPostSetAsync() => DoAsync(
        writes =>
        {
            if (Form.SetId is not { } set || SetRow.Find(writes, Id, set) is null)
            {
                throw new RefusedException("SetId", "Choose a set.");
            }

            var now = MemberRow.Of(writes, Id).FirstOrDefault(member => member.PersonId == PersonId);
            var supervisor = Form.SupervisorWords.Find(writes, now?.SupervisorId, Viewer.PersonId);
            if (now is null)
            {
                SetMembers.Join(writes, set, PersonId, Viewer.PersonId, supervisor);
            }
            else if (now.SetId != set)
            {
                SetMembers.Move(writes, now.SetId, set, PersonId, supervisor, Viewer.PersonId);
            }
            else
            {
                SetMembers.Supervise(writes, set, PersonId, supervisor, Viewer.PersonId);
            }
        },
        "seat");

    /// <summary>Takes the person out of the set, unless somebody else changed it since the form was shown.</summary>
    public Task<IActionResult> OnPostLeaveAsync() => DoAsync(
        writes =>
        {
            if (MemberRow.Of(writes, Id).FirstOrDefault(member => member.PersonId == PersonId) is { } now)
            {
                SetMembers.Leave(writes, now.SetId, PersonId, Viewer.PersonId);
            }
        },
        "leave");

    /// <summary>The set and the supervisor as typed and as they stand now.</summary>
    private async Task<IActionResult> BothSeatsAsync(PersonForm typed, string form)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Fill();
        var isLeaving = form == "leave";
        if (!isLeaving)
        {
            KeepSeat(typed);
        }

        var (who, at) = await Db.ReadAsync(reads => reads.First<(string? Who, string? At)>(
            """
            SELECT p.name, a.at FROM audit a LEFT JOIN person p ON p.id = a.person_id
            WHERE (a.thing = 'membership' AND a.thing_id = CAST(@membership AS TEXT))
              OR (a.thing = 'person' AND a.thing_id = CAST(@PersonId AS TEXT) AND ifnull(a.programme_id, @Id) = @Id
                AND a.act IN ('join-set', 'leave-set', 'change-supervisor'))
            ORDER BY a.id DESC LIMIT 1
            """,
            new { membership = Member?.Id, PersonId, Id }));
        return await BothAsync(who, at ?? Person.ChangedAt, StaleField.Different(
            new StaleField("Set", NameOf(isLeaving ? null : typed.SetId), NameOf(Member?.SetId)),
            new StaleField("Supervisor", isLeaving ? "" : typed.Supervisor ?? "", Member?.Supervisor ?? "")), form);

        string NameOf(long? id) => View.Sets.FirstOrDefault(set => set.Id == id)?.Name ?? "Not a member";
    }

    private void KeepSeat(PersonForm typed) =>
        (Form.SetId, Form.Supervisor, Form.SupervisorAsked, Form.SupervisorIs) = (typed.SetId, typed.Supervisor, typed.SupervisorAsked, typed.SupervisorIs);
}
