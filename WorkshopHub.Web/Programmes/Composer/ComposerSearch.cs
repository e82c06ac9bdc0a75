using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>What the page asks the solver, and what it puts in place.</summary>
public sealed partial class ComposerPage
{
    /// <summary>Proposes sets. Where there are none that keep the rules, it says which rules collide.</summary>
    public async Task<IActionResult> OnPostProposeAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (View.Draft is not { } draft || draft.Version != Version)
        {
            return await BothAsync("The draft", _ => "a proposal of sets", null);
        }

        var mix = Mix.Of(draft, View.People, View.Interest);
        if (mix.People.Count == 0)
        {
            return Again("Press", "Nobody is to be seated. Take people in first.");
        }

        MixResult found;
        try
        {
            found = await mixer.RunAsync(mix, HttpContext.RequestAborted);
        }
        catch (OperationCanceledException) when (HttpContext.RequestAborted.IsCancellationRequested)
        {
            return new EmptyResult(); // the browser has gone
        }

        if (found.Places is not { } places)
        {
            Clash = Clash.Of(found.Collision, mix, View);
            return Again();
        }

        return await PressAsync(
            _ => string.Create(CultureInfo.InvariantCulture, $"A proposal for {Cautions.People(mix.People.Count)}"),
            (_, now) => now.Seat(places.ToDictionary(one => one.Key, one => now.Sets[one.Value].Position), found.Proof!));
    }

    /// <summary>Keeps who was chosen by hand as advisors and champions.</summary>
    public Task<IActionResult> OnPostRolesAsync() => PressAsync(_ => "Advisors and champions by hand", (_, draft) =>
    {
        foreach (var role in draft.Roles)
        {
            if (Request.Form.TryGetValue($"{role.Role}-{role.Position}", out var typed)
                && (long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var person) ? person : (long?)null) is var chosen
                && chosen != role.PersonId && (chosen is null || View.Roles.Any(one => one.PersonId == chosen && one.Role == role.Role)))
            {
                draft = draft.Appoint(role.Position, role.Role, chosen, kept: true);
            }
        }

        return draft;
    });

    /// <summary>Proposes advisors, and champions where sets have them; who was chosen by hand stays.</summary>
    public Task<IActionResult> OnPostShareAsync() => PressAsync(_ => "A proposal of advisors and champions", (writes, draft) =>
    {
        var roles = RoleRow.Of(writes, Id);
        var people = Candidate.Of(writes, Id);
        foreach (var role in Draft.RoleNames.Where(role => role == "Advisor" || View.NeedsChampion))
        {
            draft = RoleMix.Share(draft, role, [.. roles.Where(one => one.Role == role)], people);
        }

        return draft;
    });

    /// <summary>Puts the draft in place.</summary>
    public Task<IActionResult> OnPostPlaceAsync() => SettleAsync(
        "The sets are in place.", writes => Placing.Place(writes, Id, Version, Viewer.PersonId));

    /// <summary>Takes back what was put in place last.</summary>
    /// <param name="placing">Which.</param>
    public Task<IActionResult> OnPostBackAsync(long placing) => SettleAsync(
        "Taken back. The sets are as they were before.", writes => Placing.TakeBack(writes, Id, placing, Viewer.PersonId));

    private async Task<IActionResult> SettleAsync(string told, Func<Data.Writes, IReadOnlyList<long>?> settle)
    {
        IReadOnlyList<long>? moved = null;
        if (!await TryAsync(writes => moved = settle(writes)))
        {
            return await RefusedAsync();
        }

        if (moved is null)
        {
            return await BothAsync("The draft", _ => "put in place as it was shown", null);
        }

        foreach (var person in moved)
        {
            endings.Of(person);
        }

        news.OfSets(Id);
        news.OfPeople(Id);
        Told = told;
        return Back();
    }
}
