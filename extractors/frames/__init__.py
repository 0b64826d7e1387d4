"""What happens: trips, batches, signings, models, whose slots fill across sentences."""
